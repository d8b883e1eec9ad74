/**
 * The first response to an interaction, due within 3 s. It may be repeated: a second one is refused with 40060 (already acknowledged),
 * which after a lost answer only says that the first had worked.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
import type { REST } from '@discordjs/rest';
import { ComponentType, InteractionResponseType, MessageFlags, TextInputStyle } from 'discord-api-types/v10';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodePress } from '../../conversation/press.ts';
import { oneLine } from '../plain-text.ts';
import type { Gate } from '../gate.ts';
import { callbackOf } from './addresses.ts';
import { isCode } from './failure.ts';
import { DiscordAPIError, RateLimitError } from './library.ts';
import type { First, Incoming } from './receive.ts';

/** Two slow tries and a quick one fit into the 3 s. */
const tryMs = 1_000;
const tries = 3;
const pauseMs = 100;
const maxTitle = 45;

/**
 * - `open`: Discord knows that an answer comes.
 * - `unsure`: no answer from Discord; the turn goes on, and the reply will show.
 * - `late`: nobody waits any more, or another process has answered.
 */
export type Responded = 'open' | 'unsure' | 'late';

export interface Answering {
  readonly rest: REST;
  /** A try begins when it is let through: whoever waits for a connection has lost no time of it. */
  readonly gate: Gate;
}

export async function respond({ rest, gate }: Answering, interaction: { readonly id: string; readonly token: string }, body: APIInteractionResponse): Promise<Responded> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      // Without the bot's token: the interaction's own is in the address, and a refusal must not touch the bot's.
      await gate.through(() => rest.post(callbackOf(interaction.id, interaction.token), { body, auth: false, signal: AbortSignal.timeout(tryMs) }));
      return 'open';
    } catch (error) {
      if (isCode(error, 40060)) return attempt > 1 ? 'open' : 'late';
      if (error instanceof DiscordAPIError) return 'late';
      await sleep(error instanceof RateLimitError ? Math.min(error.retryAfter, tryMs) : pauseMs);
    }
  }
  return 'unsure';
}

export function opening(first: First): APIInteractionResponse {
  switch (first) {
    case 'update': return { type: InteractionResponseType.DeferredMessageUpdate };
    case 'private': return { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } };
    case 'reply': return { type: InteractionResponseType.DeferredChannelMessageWithSource };
    default: return first satisfies never;
  }
}

export function modal(form: Incoming & { readonly kind: 'form' }): APIInteractionResponse {
  const title = oneLine(form.title, maxTitle);
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: encodePress({ kind: 'form', of: form.of }),
      title,
      components: [{ type: ComponentType.Label, label: title, component: { type: ComponentType.TextInput, custom_id: 'text', style: TextInputStyle.Paragraph, required: true, max_length: form.max } }],
    },
  };
}
