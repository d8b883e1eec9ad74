/** People who write faster than anybody is answered, always the same words, so that it is known what each of them must be told. */
import { pressablesOf, wordsOf } from './looks.ts';
import type { Person } from './person.ts';
import type { FakeDiscord } from './server.ts';

/** What is written into a direct chat, line by line, and what the bot said when nothing disturbed it. */
export interface Script { readonly inputs: readonly string[]; readonly replies: readonly string[] }

const control = /^(back|skip|pause|stop|later|no|none of these)$/iu;

/** Talks to the bot once, typing the label of the first button at each step, and remembers what was said on both sides. */
export async function record(person: Person, quiet: () => Promise<void>, openings: readonly string[], steps: number): Promise<Script> {
  const inputs: string[] = [];
  const says = async (words: string): Promise<void> => {
    inputs.push(words);
    person.say(words);
    await quiet();
  };
  for (const words of openings) await says(words);
  for (let step = 0; step < steps; step += 1) {
    const newest = person.got.at(-1);
    const label = newest && pressablesOf(newest).find((button) => button.custom_id.startsWith('c|') && !control.test(button.label))?.label;
    await says(label ?? 'please leave my phone alone');
  }
  return { inputs, replies: person.got.map(wordsOf) };
}

/** What was said too little and too often, once the words that announce a missing message are taken off. */
export function compare(fake: FakeDiscord, person: string, script: Script, announcement: string): { readonly lost: number; readonly doubled: number; readonly announced: boolean } {
  // What stands in the chat: a message that Discord gave back for its nonce is there once.
  const got = fake.shownTo(person).filter((shown, index, all) => all.findIndex((each) => each.id === shown.id) === index).map(wordsOf);
  const left = got.map((text) => text.replace(`${announcement}\n\n`, ''));
  let lost = 0;
  for (const reply of script.replies) {
    const found = left.indexOf(reply);
    if (found < 0) lost += 1; else left.splice(found, 1);
  }
  return { lost, doubled: left.length, announced: got.some((text) => text.includes(announcement)) };
}
