/**
 * People who write faster than anybody is answered, always the same words, so that it is known what each of them must be told.
 * The words and presses are recorded once from a chat that nothing disturbed; every press comes a second time under a new update id.
 */
import type { Shown } from './chats.ts';
import type { Phone } from './phone.ts';
import type { FakeTelegram } from './server.ts';

export type Input = { readonly say: string } | { readonly press: string };
export interface Script { readonly inputs: readonly Input[]; readonly replies: readonly string[] }

const control = /\|(back|skip|pause|stop|later|no)$/u;

/** Talks to the bot once and remembers what was said on both sides. */
export async function record(phone: Phone, quiet: () => Promise<void>, openings: readonly string[], steps: number): Promise<Script> {
  const inputs: Input[] = [];
  const does = async (input: Input): Promise<void> => {
    inputs.push(input);
    if ('say' in input) phone.say(input.say); else phone.pressed(input.press);
    await quiet();
  };
  for (const say of openings) await does({ say });
  for (let step = 0; step < steps; step += 1) {
    const press = lastShown(phone.got)?.rows.flat().find((button) => button.callback_data?.startsWith('c|') && !control.test(button.callback_data))?.callback_data;
    if (press === undefined) await does({ say: 'please leave my phone alone' });
    else for (let times = 0; times < 2; times += 1) await does({ press });
  }
  return { inputs, replies: phone.got.map((each) => each.text) };
}

const lastShown = (got: readonly Shown[]): Shown | undefined => got.findLast((each) => each.rows.length > 0);

/** Everything that this person ever writes, at once. */
export function pour(phone: Phone, script: Script): void {
  for (const input of script.inputs) if ('say' in input) phone.say(input.say); else phone.pressed(input.press);
}

/** What was said too little and too often, once the words that announce a missing message are taken off. */
export function compare(fake: FakeTelegram, chat: string, script: Script, announcement: string): { readonly lost: number; readonly doubled: number; readonly announced: boolean } {
  const got = fake.chats.sent(chat).map((each) => each.text);
  const left = got.map((text) => text.replace(`${announcement}\n\n`, ''));
  let lost = 0;
  for (const reply of script.replies) {
    const found = left.indexOf(reply);
    if (found < 0) lost += 1; else left.splice(found, 1);
  }
  return { lost, doubled: left.length, announced: got.some((text) => text.includes(announcement)) };
}
