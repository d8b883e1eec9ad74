/** Words that nobody means well with, into every field that Discord has for words; every answer is checked by the fake's rules. */
import { hostileLines } from '../../process/hostile-lines.ts';
import { pressablesOf } from './looks.ts';
import { channelId, type World } from './world.ts';

export interface Hostile { readonly inputs: number; readonly answered: number; readonly bad: readonly string[]; readonly notices: number; /** ms to the turn's end, of each input. */ readonly times: readonly number[] }

/** Not through the phone: Discord's own would not let all of it through, another program does. */
export const more: readonly string[] = ['\uD800', 'a\uDC00b', '\0', '@everyone @here <@700000000000000001> <@&500000000000000001> <#600000000000000001>', '[x](https://evil.example)', '||spoiler||', '> quote\n- list\n# head', '<t:0:R>', '*'.repeat(1999), '`'.repeat(1999), '\u202Eevil\u2066', `z${'\u0301'.repeat(900)}`];

export async function hostile(world: World, count: number, seed: number): Promise<Hostile> {
  const { fake } = world;
  const lines = [...more, ...hostileLines(Math.max(0, count - more.length), seed).toString('utf8').split('\n').slice(0, -1)].slice(0, count);
  const noticesBefore = world.notices.length;
  const times: number[] = [];
  let answered = 0;
  for (const [index, line] of lines.entries()) {
    // Discord's own server lets nobody send nothing.
    const words = line.trim() === '' ? `.${line}` : line;
    const number = String(770_000_000_000_000_000n + BigInt(Math.floor(index / 40)));
    const manner = index % 4;
    const person = world.person(number, manner === 3 ? { guild: world.guild, channel: channelId } : 'direct');
    const before = person.got.length;
    const started = performance.now();
    if (manner === 0) person.say(words);
    else if (manner === 1) await intoForm(world, number, words);
    else if (manner === 2) { person.say('/exercise name-feelings'); await world.settled(); person.say(words); }
    else person.command('/ask', { question: words.slice(0, 1000) || ' ' });
    await world.settled();
    times.push(performance.now() - started);
    if (person.got.length > before) answered += 1;
  }
  return { inputs: lines.length, answered, bad: fake.wrong, notices: world.notices.length - noticesBefore, times };
}

/** The text steps of an exercise, as a form; and the word to hide, which is said again. */
async function intoForm(world: World, number: string, words: string): Promise<void> {
  const person = world.person(number);
  person.say('/exercise boundary');
  await world.settled();
  person.say('1');
  await world.settled();
  const asking = person.got.at(-1);
  const form = asking && pressablesOf(asking).find(({ custom_id }) => custom_id.startsWith('f|'));
  if (!asking || !form) return void person.say(words);
  const opened = person.pressed(form.custom_id, asking);
  await world.fake.until(() => opened.first !== null);
  if (opened.first === 9) person.fill(opened, words);
}
