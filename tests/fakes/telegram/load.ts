/**
 * People who write faster than anybody is answered, always the same words, so that it is known what each of them must be told.
 * The words and presses are recorded once from a chat that nothing disturbed; every press comes a second time under a new update id.
 */
import type { Shown } from './chats.ts';
import type { Phone } from './phone.ts';
import type { FakeTelegram } from './server.ts';
import type { World } from './world.ts';

export type Input = { readonly say: string } | { readonly press: string };
export interface Script {
  readonly inputs: readonly Input[];
  readonly replies: readonly string[];
  /** Replies to danger and in the talk about it: the only ones that may overtake, or be said twice. */
  readonly urgent: ReadonlySet<string>;
  /** What the person is in the middle of at the end. */
  readonly stand: string;
}

/** The part of a person's document that shows where they are: no times, and nothing of what may be announced as missing. */
export interface Kept { readonly turns: number; readonly mention: string | null; readonly asked: number; readonly question: { readonly about: object } | null; readonly running: readonly { readonly flow: string; readonly step: string; readonly trail: readonly string[]; readonly entries: object }[] }

export function standOf(kept: Kept): string {
  return JSON.stringify([kept.asked, kept.question?.about, kept.running.map(({ flow, step, trail, entries }) => [flow, step, trail, entries])]);
}

const control = /\|(back|skip|pause|stop|later|no)$/u;

/** Talks to the bot once and remembers what was said on both sides. */
export async function record(world: World, phone: Phone, openings: readonly string[], steps: number, danger?: string): Promise<Script> {
  const quiet = world.settled;
  const inputs: Input[] = [];
  const does = async (input: Input): Promise<void> => {
    inputs.push(input);
    if ('say' in input) phone.say(input.say); else phone.pressed(input.press);
    await quiet();
  };
  for (const say of openings) await does({ say });
  const before = phone.got.length;
  if (danger !== undefined) await does({ say: danger });
  for (let step = 0; step < steps; step += 1) {
    const press = lastShown(phone.got)?.rows.flat().find((button) => button.callback_data?.startsWith('c|') && !control.test(button.callback_data))?.callback_data;
    if (press === undefined) await does({ say: 'please leave my phone alone' });
    else for (let times = 0; times < 2; times += 1) await does({ press });
  }
  const urgent = new Set(danger === undefined ? [] : phone.got.slice(before).map((each) => each.text));
  const { conversation } = (await world.store.read(`telegram:${phone.chat}`)) as { readonly conversation: Kept };
  return { inputs, urgent, replies: phone.got.map((each) => each.text), stand: standOf(conversation) };
}

const lastShown = (got: readonly Shown[]): Shown | undefined => got.findLast((each) => each.rows.length > 0);

/** Everything that this person ever writes, at once. */
export function pour(phone: Phone, script: Script): void {
  for (const input of script.inputs) if ('say' in input) phone.say(input.say); else phone.pressed(input.press);
}

export interface Compared {
  readonly lost: number;
  /** Said once too often: to danger, and all others. */
  readonly doubledUrgent: number; readonly doubled: number;
  /** Said after something that comes later. */
  readonly outOfOrder: number;
  readonly announced: boolean;
}

/** What was said too little, too often and too early, once the words that announce a missing message are taken off. */
export function compare(fake: FakeTelegram, chat: string, script: Script, announcement: string): Compared {
  const sent = fake.chats.sent(chat).map((each) => each.text);
  const got = sent.map((text) => text.replace(`${announcement}\n\n`, ''));
  const left = [...got];
  let lost = 0;
  for (const reply of script.replies) {
    const found = left.indexOf(reply);
    if (found < 0) lost += 1; else left.splice(found, 1);
  }
  const doubledUrgent = left.filter((text) => script.urgent.has(text)).length;
  let next = 0;
  let outOfOrder = 0;
  for (const text of got.filter((each) => !script.urgent.has(each))) {
    const found = script.replies.indexOf(text, next);
    if (found < 0) outOfOrder += 1; else next = found + 1;
  }
  return { lost, doubledUrgent, doubled: left.length - doubledUrgent, outOfOrder, announced: sent.some((text) => text.includes(announcement)) };
}
