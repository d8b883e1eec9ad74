import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createKeyboard } from '../../src/adapters/terminal/keyboard.ts';
import { createScreen } from '../../src/adapters/terminal/screen.ts';
import type { Talk } from '../../src/adapters/terminal/talk.ts';

const soon = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 20));

it('what was typed while the bot was starting is answered after the greeting, half a line included', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const keyboard = createKeyboard(input, output, createScreen(output), 'hint');
  const heard: string[] = [];
  const talk: Talk = {
    leftovers: () => Promise.resolve(),
    say: line => { heard.push(line); return Promise.resolve({ turn: heard.length }); },
    command: name => { heard.push(`/${name}`); return Promise.resolve({ turn: heard.length }); },
  };
  input.write('what is a boundary\rand a sec');
  await soon();
  const left = keyboard.run(talk, true);
  await soon();
  input.write('ond line\r');
  await soon();
  keyboard.leave();
  await left;
  expect(heard).toEqual(['/start', 'what is a boundary', 'and a second line']);
});
