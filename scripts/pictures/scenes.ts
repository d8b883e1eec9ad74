/** What is shown in the README and in `docs/`: talks with the real bot, as somebody on a phone has them. */
import type { Phone, Turn } from './chat.ts';
import { turnOf } from './telegram.ts';
import type { World } from '../../tests/fakes/telegram/world.ts';

export interface Scene {
  readonly name: string;
  /** For somebody who does not see the picture. */
  readonly alt: string;
  readonly play: (world: World) => Promise<readonly Phone[]>;
}

/** `+N`: N days pass. `[label`: a press. `-`: what stands above is not in the picture. Anything else is typed. */
type Move = string;

const status = 'bot';
const empty = 'No messages here yet';

async function talk(world: World, person: number, moves: readonly Move[], see: (turns: Phone) => void = () => undefined): Promise<Phone> {
  const phone = world.phone(person);
  let from = 0;
  const shot = (): Phone => ({ title: 'Mend', status, empty, turns: phone.seen.filter(({ id }) => id > from).map(turnOf) });
  for (const move of moves) {
    if (move === '-') from = phone.seen.at(-1)?.id ?? 0;
    else if (move === '!') see(shot());
    else if (move.startsWith('[')) phone.press(move.slice(1));
    else if (move.startsWith('+')) await world.later(Number(move.slice(1)) * 86_400_000);
    else phone.say(move);
    await world.later(1000);
    await world.settled();
  }
  return shot();
}

/** Six weekly check-ins: trust in oneself, in the partner, how safe it feels. */
const weeks = [[3, 2, 5], [4, 2, 6], [4, 3, 6], [5, 3, 7], [5, 5, 7], [6, 5, 8]] as const;

const one = (name: string, alt: string, moves: readonly Move[]): Scene => ({ name, alt, play: async (world) => [await talk(world, 100 + name.length, moves)] });

export const scenes: readonly Scene[] = [
  one('first-contact', 'The first messages of the bot: that it is a program and not a person, that this is self-help, what it keeps and who can read it, how to leave fast; then a menu of seven buttons.', ['/start']),
  one('answer', 'Somebody asks how long it takes to trust again. A short answer in four paragraphs; below it the buttons Tell me more, Try: One small promise, Not what I meant, I need help now.', ['/start', '-', 'how long does it take to trust again?']),
  one('exercise', 'Slow breathing: first the bot asks whether it is a good idea for this person, then for a rating. Two rows of buttons from 0 to 10, then Back, Skip, Pause and Stop.', ['/start', '-', '/exercise breathing', '[None of these']),
  one('interrupted', 'In the middle of an exercise somebody asks what boundaries are. The bot answers, then asks: Shall we go on with "Word a boundary"? The buttons are Go on, Later, Stop.', ['/start', '/exercise boundary', '-', '[My time', 'what are boundaries anyway?']),
  one('safety', 'Somebody writes that they want to kill themselves. The bot says it is glad to be told, names the emergency number and help lines, one small step, and that it is a program and nobody has been told; then it asks for the country.', ['/start', '-', 'i want to kill myself']),
  one('progress', 'A chart of six weekly check-ins with three lines - trust in myself, trust in my partner, how safe I feel - and the same in words below it.', ['/start', ...weeks.flatMap((week) => ['+7', '/checkin', ...week.map((value) => `[${value}`), '[Skip']), '/progress', '-', '[Draw']),
  {
    name: 'hide',
    alt: 'Two phones. On the first a talk about boundaries, ended by /hide. On the second the same chat a moment later: all of it is gone, and the bot talks about houseplants.',
    async play(world) {
      const shots: Phone[] = [];
      const after = await talk(world, 900, ['/start', '-', 'how do i set a boundary?', '!', '/hide', 'hello?'], (phone) => shots.push(phone));
      const typed: Turn = { by: 'person', inside: [{ kind: 'words', spans: [{ text: '/hide', look: 'link' }] }], below: [] };
      return [...shots.map((shot) => ({ ...shot, turns: [...shot.turns, typed] })), after];
    },
  },
];
