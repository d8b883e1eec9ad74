/**
 * Interactions and their two clocks: 3 seconds for the first response, 15 minutes for the token
 * (https://docs.discord.com/developers/interactions/receiving-and-responding).
 */
import type { FakeClock } from './clock.ts';
import type { Json } from './json.ts';
import type { Posted } from './rooms.ts';

export const firstResponseMs = 3_000;
export const tokenMs = 15 * 60_000;
/** A person's own install allows so many replies beside the original. */
export const followupsOfOwnInstall = 5;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly person: string;
  readonly channel: string;
  readonly at: number;
  /** Installed by the person alone. */
  readonly ownInstall: boolean;
  /** The message whose button was pressed, or that the form was opened from. */
  readonly on: string | null;
  /** The type of the first response; null as long as there is none. */
  first: number | null;
  /** When it came, ms after the interaction. */
  firstAfter: number | null;
  /** The message that `@original` stands for. */
  original: string | null;
  followups: number;
  /** A form that was opened, or suggestions that were given. */
  opened: Json | null;
}

export interface Refusal { readonly status: number; readonly code: number; readonly message: string }

export const refusals = {
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  acknowledged: { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' },
  invalidToken: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownMember: { status: 404, code: 10007, message: 'Unknown Member' },
  unknownRole: { status: 404, code: 10011, message: 'Unknown Role' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  closedDirect: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  malformed: { status: 400, code: 50035, message: 'Invalid Form Body' },
  notOwn: { status: 403, code: 50005, message: 'Cannot edit a message authored by another user' },
  tooManyFollowups: { status: 400, code: 40094, message: 'This interaction has hit the maximum number of follow up messages.' },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
} as const satisfies Record<string, Refusal>;

/** Whether a first response is still taken. */
export function refusedFirst(interaction: Interaction | undefined, clock: FakeClock): Refusal | null {
  if (!interaction) return refusals.unknownInteraction;
  if (interaction.first !== null) return refusals.acknowledged;
  return clock.now() - interaction.at >= firstResponseMs ? refusals.unknownInteraction : null;
}

/** Whether the token is still good for replies. */
export function refusedLater(interaction: Interaction | undefined, clock: FakeClock): Refusal | null {
  if (!interaction || clock.now() - interaction.at >= tokenMs) return refusals.invalidToken;
  return interaction.first === null ? { ...refusals.unknownMessage, code: 10015, message: 'Unknown Webhook' } : null;
}

/** What the person sees of it. */
export type Outcome = 'waiting' | 'failed' | 'thinking' | 'answered' | 'form' | 'suggestions';

export function outcomeOf(interaction: Interaction, original: Posted | undefined, clock: FakeClock): Outcome {
  if (interaction.first === null) return clock.now() - interaction.at < firstResponseMs ? 'waiting' : 'failed';
  if (interaction.first === 9) return 'form';
  if (interaction.first === 8) return 'suggestions';
  if (!original?.loading) return 'answered';
  return clock.now() - interaction.at < tokenMs ? 'thinking' : 'failed';
}
