/** Many messages of one person within a moment, from many people at once: each person's are taken in their order, none left out. */
import type { Kept } from './load.ts';
import type { World } from './world.ts';

export interface Burst {
  readonly messages: number;
  /** ms in which all of them were written. */
  readonly within: number;
  /** People whose count of turns is not the number of their messages. */
  readonly miscounted: number;
  /** People who were told anything else, or in another order, than somebody who waited for each answer. */
  readonly outOfOrder: number;
  /** What the first of them was told, and what was expected there. */
  readonly example: string;
  /** ms until the last answer. */
  readonly took: number;
}

/** One after another they lead through an exercise, out of it and back, so that a change of order changes the answers. */
const words = [
  '/start exercise_boundary', '1', 'how long does it take to trust again?', 'back', 'stop', '/exercises', '/start answer_how-long', 'more',
  '/start exercise_promise', 'if it is sunday, i walk for ten minutes', '8', '/checkin', '5', 'skip', '/menu', '/start exercise_breathing', 'i feel sad', '/settings', '/help',
] as const;
/** The message with this number, from 0: no two of a person's are the same words. */
export const wordsOf = (index: number): string => (index < words.length ? (words[index] ?? '') : index % 3 === 0 ? '/start exercise_boundary' : `${words[index % words.length]} ${index}`);

export async function burst(world: World, people: number, each: number): Promise<Burst> {
  const { store } = world;
  const turnsOf = async (id: number): Promise<number> => ((await store.read(`telegram:${id}`)) as { readonly conversation: Kept } | null)?.conversation.turns ?? 0;
  const calm = world.phone(1);
  for (let index = 0; index < each; index += 1) {
    calm.say(wordsOf(index));
    await world.settled();
  }
  const expected = calm.got.map(({ text }) => text);
  const ids = Array.from({ length: people }, (_, index) => 100 + index);
  const phones = ids.map((id) => world.phone(id));
  const began = performance.now();
  for (let index = 0; index < each; index += 1) for (const phone of phones) phone.say(wordsOf(index));
  const within = performance.now() - began;
  await world.settled();
  const took = performance.now() - began;
  let miscounted = 0;
  let outOfOrder = 0;
  let example = '';
  for (const [index, id] of ids.entries()) {
    if (await turnsOf(id) !== each) miscounted += 1;
    const got = phones[index]?.got.map(({ text }) => text) ?? [];
    const differs = got.findIndex((text, place) => text !== expected[place]);
    if (differs < 0 && got.length === expected.length) continue;
    outOfOrder += 1;
    const place = differs < 0 ? got.length : differs;
    example ||= `person ${id}, message ${place} of ${got.length} (${expected.length} expected): ${JSON.stringify([got[place - 1], got[place], expected[place]])}`;
  }
  return { messages: people * each, within: Math.round(within), miscounted, outOfOrder, example, took: Math.round(took) };
}
