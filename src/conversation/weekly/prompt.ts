/** The message of the week in the channel: a question to think about, and the way to check in privately. */
import type { Insert, Message } from '../message.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Plan } from '../place-state.ts';
import { phrase } from './place-draft.ts';

/** `shown`: the number of people to tell; 0 tells none. `week`: which question, counted from 0; they come round again. */
export function promptOf(know: Knowledge, plan: Plan, slot: string, week: number, shown: number): Message {
  const inserts: Insert[] = plan.role === null ? [] : [{ kind: 'role', id: plan.role }];
  const paragraphs = [
    ...(plan.role === null ? [] : ['\uFFFC']),
    phrase(know, 'weekly.prompt', { question: questionOf(know, plan, week) }),
    phrase(know, 'weekly.private'),
    ...(shown > 0 ? [phrase(know, 'weekly.people', { people: String(shown) })] : []),
    phrase(know, plan.channel === null ? 'weekly.heavy-chat' : 'weekly.heavy'),
  ];
  return {
    kind: 'text', text: paragraphs.join('\n\n'), inserts,
    choices: [{ label: phrase(know, 'button.join'), press: { kind: 'join', slot }, style: 'main' }],
  };
}

export function questionOf(know: Knowledge, plan: Plan, week: number): string {
  const prompts = know.sets[plan.set]?.prompts ?? [];
  return prompts[week % Math.max(1, prompts.length)] ?? '';
}

/** The name of the thread under it. */
export function threadOf(know: Knowledge, plan: Plan, slot: string): string {
  return `${know.sets[plan.set]?.title ?? ''} ${slot.slice(slot.indexOf('-') + 1)}`.trim();
}

/** Where a schedule posts, as a word in a sentence. */
export function placeOf(know: Knowledge, plan: Pick<Plan, 'channel'>): { readonly text: string; readonly inserts: readonly Insert[] } {
  return plan.channel === null ? { text: phrase(know, 'weekly.this-chat'), inserts: [] } : { text: '\uFFFC', inserts: [{ kind: 'channel', id: plan.channel }] };
}
