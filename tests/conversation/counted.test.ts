/** Asked for five things, somebody in panic types "5". Where buttons have no numbers, that is the answer and not the fifth button. */
import { expect, test } from 'vitest';
import { actOf } from '../../src/conversation/act.ts';
import type { Route, TextEvent } from '../../src/conversation/event.ts';
import { projectUnderstanding } from '../knowledge-of-project.ts';
import { startTalk } from '../talk.ts';

const { library, understand } = projectUnderstanding();

function typedAtGrounding(text: string, kind: 'telegram' | 'terminal', plain = false): string | null {
  const talk = startTalk({ library, understand });
  talk.command('exercise', { text: 'grounding' });
  if (talk.state === null) throw new Error('the talk has not begun');
  const here: Route = { kind, id: '1' };
  const event: TextEvent = { id: 'x', at: talk.at, kind: 'text', person: `${kind}:1`, here, locale: 'en', text, via: 'message' };
  const act = actOf(event, { ...talk.state, settings: { ...talk.state.settings, plain } }, library.en);
  return act.kind === 'press' ? act.label : act.kind;
}

test.each(['5', 'five', '5!'])('%s', (text) => {
  expect(typedAtGrounding(text, 'telegram')).toBe('I found five things');
});

test('where the buttons are shown with numbers, a number is the button', () => {
  expect(typedAtGrounding('5', 'terminal')).toBe('Stop');
  expect(typedAtGrounding('5', 'telegram', true)).toBe('Stop');
});

test('a number that no button counts is the button of that number', () => {
  expect(typedAtGrounding('3', 'telegram')).toBe('Skip');
});
