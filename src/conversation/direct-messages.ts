/**
 * Direct messages on Discord. Somebody who talks to the bot in a server has not seen where its reminders would arrive, or who else may read
 * there. So the first one is neutral and asks; until it was answered in the chat itself, no reminder goes out.
 */
import { open, type Draft } from './draft.ts';
import type { Effect } from './effect.ts';
import type { State } from './state.ts';
import type { Turn } from './turn.ts';

const confirms = 'direct-yes';
/** Timers that end in a message nobody waits for. */
const reminders = /^(?:check-in$|path$|wait$|promise:|community:)/u;

/** Whoever writes there, or presses the button of the first message, has found the chat. */
export function directConfirmed(turn: Turn, draft: Draft): boolean {
  if (turn.act.kind !== 'press' || turn.act.press.kind !== 'open' || turn.act.press.what !== 'menu' || turn.act.press.id !== confirms) return false;
  draft.set({ direct: 'yes' });
  draft.say(draft.words('direct.confirmed'), [open('menu', '', draft.words('button.menu'))]);
  return true;
}

/** A reminder was asked for: once, the first direct message goes out. */
export function askForDirect(turn: Turn, draft: Draft): void {
  const { event } = turn;
  if (!('here' in event) || !event.person.startsWith('discord:') || draft.forgets) return;
  if (event.here.kind === 'discord-dm') { if (draft.state.direct !== 'yes') draft.set({ direct: 'yes' }); return; }
  if (draft.state.direct !== 'unknown' || draft.state.hidden || !draft.effects.some((effect) => effect.kind === 'remind' && reminders.test(effect.name))) return;
  draft.set({ direct: 'asked' });
  draft.do({ kind: 'say', to: 'direct', cls: 'reply', messages: [{ kind: 'text', text: draft.words('direct.ask'), choices: [open('menu', confirms, draft.words('button.direct-yes'), 'main')] }] });
  draft.say(draft.words('direct.asked'));
}

interface Decided { readonly after: State; readonly effects: readonly Effect[] }

/** Takes a reminder back that nobody has said yes to; what it set for later stays. */
export function withoutUnconfirmed(turn: Turn, decided: Decided): Decided {
  const { event, before } = turn;
  if (event.kind !== 'due' || !event.subject.startsWith('discord:') || !reminders.test(event.name) || before.direct === 'yes') return decided;
  return { after: { ...decided.after, question: before.question, shown: before.shown }, effects: decided.effects.filter((effect) => effect.kind !== 'say') };
}
