/**
 * Somebody who goes through an exercise in a server by pressing, and does what people do when nothing comes: after "This interaction failed",
 * or a waiting sign that does not end, they press again. Whatever is killed meanwhile, one exercise must leave one result.
 */
import { pressablesOf, wordsOf, type Pressable } from './looks.ts';
import type { Interaction } from './interactions.ts';
import type { Person } from './person.ts';
import type { FakeDiscord, Shown } from './server.ts';

export interface Walk {
  readonly done: boolean;
  /** What the person saw last, where they got no further. */
  readonly stuck: string;
  /** Presses and commands made, those that ended in nothing, and those that Discord itself called failed. */
  readonly presses: number; readonly repeated: number;
}

export interface Patience { /** ms until somebody presses again. */ readonly ms: number; readonly pause: (ms: number) => Promise<unknown>; readonly going: () => boolean }

const avoided = /^(back|skip|pause|stop|later|no|menu|i need help now|not what i meant)$/iu;
const enough = 40;
const enoughInVain = 400;

/** Until a message holds `last`, or nothing new came `enough` times. */
export async function walk(fake: FakeDiscord, person: Person, exercise: string, last: string, patience: Patience): Promise<Walk> {
  let presses = 0;
  let repeated = 0;
  let asked = (): Interaction => person.command('exercise', { name: exercise });
  for (let step = 0; step < enough && repeated < enoughInVain && patience.going(); ) {
    const before = person.got.length;
    const interaction = asked();
    presses += 1;
    const answered = await within(patience, () => person.got.length > before || interaction.first === 9);
    if (!answered) { repeated += 1; continue; }
    if (interaction.first === 9) {
      const filled = person.got.length;
      person.fill(interaction, 'please leave my phone alone');
      presses += 1;
      // The form has to be opened again where nothing came of it.
      if (!(await within(patience, () => person.got.length > filled))) { repeated += 1; continue; }
    }
    const newest = person.got.at(-1);
    if (!newest) continue;
    // Only what came counts: somebody whose bot is away for long presses as often as it takes.
    step += 1;
    const button = pressablesOf(newest).find((each) => each.label.startsWith(last)) ?? pressablesOf(newest).find((each) => !avoided.test(each.label));
    if (!button) return { done: false, presses, repeated, stuck: `no button to go on: ${wordsOf(newest)}` };
    asked = pressing(person, button, newest);
    if (button.label.startsWith(last)) {
      const end = await finish(person, asked, patience);
      return { done: end.done, presses: presses + end.presses, repeated: repeated + end.presses - 1, stuck: end.done ? '' : 'the result was never kept' };
    }
  }
  void fake;
  return { done: false, presses, repeated, stuck: person.got.slice(-2).map(wordsOf).join(' | ') };
}

function pressing(person: Person, button: Pressable, on: Shown): () => Interaction {
  return () => person.pressed(button.custom_id, on);
}

async function finish(person: Person, asked: () => Interaction, patience: Patience): Promise<{ readonly done: boolean; readonly presses: number }> {
  for (let presses = 1; presses <= enoughInVain && patience.going(); presses += 1) {
    const before = person.got.length;
    asked();
    if (await within(patience, () => person.got.length > before)) return { done: true, presses };
  }
  return { done: false, presses: enoughInVain };
}

async function within({ ms, pause }: Patience, holds: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 50) {
    if (holds()) return true;
    await pause(50);
  }
  return holds();
}
