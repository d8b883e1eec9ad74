/**
 * Messages that the program cannot survive, planted into it: a turn that throws, and one that ends the whole process, which is started again
 * as an operator's system would. After some tries such a message is set aside with a word to its person, and everybody else goes on.
 */
import { projectLibrary } from '../../knowledge-of-project.ts';
import { quietOf, settingsFor } from './campaigns.ts';
import { phoneOf } from './phone.ts';
import { planting } from './planted.ts';
import { serve } from './served.ts';
import { fakeTelegram } from './server.ts';

export interface Poisoned {
  readonly people: number; readonly poisons: number;
  /** Starts that it took; 1 where no turn ends the process. */
  readonly starts: number;
  /** Poisons without a word to their person, and with more than one. */
  readonly silent: number; readonly repeated: number;
  /** Other messages that were not answered just as without the poison. */
  readonly disturbed: number;
}

const before = '/start exercise_boundary';
const after = '/menu';

/** Every person writes one poison between two other messages, or, every other person, only those two. */
export async function poisoned(folder: string, kind: 'throws' | 'ends-the-process', people: number, pause: (ms: number) => Promise<unknown>): Promise<Poisoned> {
  const fake = await fakeTelegram();
  const settings = { ...settingsFor(fake, folder), NODE_OPTIONS: planting(kind) };
  const phones = Array.from({ length: people }, (_, index) => phoneOf(fake, 100 + index));
  const hasPoison = (index: number): boolean => index % 2 === 0;
  for (const phone of phones) phone.say(before);
  for (const [index, phone] of phones.entries()) if (hasPoison(index)) phone.say('poison');
  for (const phone of phones) phone.say(after);
  let starts = 0;
  let over = false;
  const running = (async () => {
    // Bounded: five tries of each poison, and each is tried alone.
    while (!over && starts <= people * 6) {
      starts += 1;
      const served = serve(settings);
      const stop = setInterval(() => { if (over) served.kill('SIGTERM'); }, 50);
      await served.ended;
      clearInterval(stop);
    }
  })();
  await quietOf(fake, pause)();
  over = true;
  await running;
  await fake.close();
  const { phrases } = projectLibrary().en;
  const apology = phrases['set-aside'][0] ?? '';
  const announcement = phrases['mention.maybe-missing'][0] ?? '';
  const counts = { silent: 0, repeated: 0, disturbed: 0 };
  const textsOf = (index: number): readonly string[] => phones[index]?.got.map(({ text }) => text) ?? [];
  const calm = phones.map((_, index) => textsOf(index)).find((texts, index) => !hasPoison(index) && !texts.some((text) => text.includes(announcement))) ?? [];
  for (const index of phones.keys()) {
    const texts = textsOf(index);
    const words = texts.filter((text) => text.includes(apology)).length;
    if (hasPoison(index) && words === 0) counts.silent += 1;
    if (words > (hasPoison(index) ? 1 : 0)) counts.repeated += 1;
    const others = texts.filter((text) => !text.includes(apology)).map((text) => text.replace(`${announcement}\n\n`, ''));
    // What was on its way when the process ended may be missing, and is announced.
    const announced = texts.some((text) => text.includes(announcement));
    if (others.length === 0 || !(announced ? isPartOf(others, calm) : others.join('\n') === calm.join('\n'))) counts.disturbed += 1;
  }
  return { people, poisons: phones.filter((_, index) => hasPoison(index)).length, starts, ...counts };
}

/** All of them, in their order. */
function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  return some.every((text) => {
    next = all.indexOf(text, next) + 1;
    return next > 0;
  });
}
