/** The pages that buttons lead to: the menu, the list of exercises, settings. Only what is open to this person is shown. */
import { choose, open, type Draft } from './draft.ts';
import { countryOf, linesText } from './lines.ts';
import { mayStart, openExercises } from './locks.ts';
import type { Turn } from './turn.ts';
import { holdsOneOf } from './typed.ts';

export function sayMenu(turn: Turn, draft: Draft): void {
  const waiting = draft.state.running.at(-1);
  const flow = turn.know.flows[waiting?.flow ?? ''];
  draft.say(draft.words('menu'), [
    ...(mayStart(flow, draft.state, turn.at) ? [open('exercise', flow.id, draft.words('button.go-on-with', { title: flow.title }), 'main')] : []),
    ...(turn.know.answers['topic.where-to-start'] ? [open('answer', 'topic.where-to-start', draft.words('button.where-to-start'))] : []),
    open('menu', 'questions', draft.words('button.questions')),
    open('menu', 'exercises', draft.words('button.exercises')),
    open('menu', 'paths', draft.words('button.paths')),
    open('menu', 'check-in', draft.words('button.check-in')),
    open('menu', 'privacy', draft.words('button.privacy')),
    open('lines', 'now', draft.words('button.help-now'), 'quiet'),
  ]);
}

export function sayQuestions(turn: Turn, draft: Draft): void {
  const answers = Object.values(turn.know.answers).filter((answer) => answer.id.startsWith('faq.'));
  draft.say(draft.words('menu.questions'), [...answers.map((answer) => open('answer', answer.id, answer.title)), open('menu', '', draft.words('button.menu'), 'quiet')]);
}

export function sayExercises(turn: Turn, draft: Draft): void {
  const flows = openExercises(turn.know, draft.state, turn.at);
  draft.say(draft.words('menu.exercises'), [
    ...flows.map((flow) => open('exercise', flow.id, flow.title)), open('menu', '', draft.words('button.menu'), 'quiet'),
  ]);
}

/** A bare "help" may be a cry for help: numbers first, then how the bot works. "What can you do?" is none. */
export function sayHelp(turn: Turn, draft: Draft): void {
  if (turn.act.kind !== 'text' || holdsOneOf(turn.act.text, turn.know.words.help)) draft.say(linesText(turn.know, countryOf(turn.know, draft.state.settings.country), ['emergency', 'abuse', 'suicide', 'directory']));
  draft.say(draft.words('help'), [
    open('lines', 'now', draft.words('button.help-now'), 'main'), open('menu', '', draft.words('button.menu')), open('menu', 'privacy', draft.words('button.privacy')),
  ]);
}

export function askSettings(_turn: Turn, draft: Draft): void {
  const { settings, locks } = draft.state;
  const none = draft.words('settings.not-set');
  const text = draft.words('settings', { country: settings.country ?? none, zone: settings.zone ?? none, returnWord: settings.returnWord ?? draft.words('hide.return-word'), clear: draft.words(`settings.clear-${settings.clear}`) });
  draft.ask({ kind: 'settings', what: 'menu' }, 'choice', (of) => ({ kind: 'text', text, choices: [
    choose(of, 'country', draft.words('button.choose-country')), choose(of, 'zone', draft.words('button.choose-zone')),
    choose(of, 'plain', draft.words(settings.plain ? 'button.plain-off' : 'button.plain-on')), choose(of, 'role', draft.words('button.role')),
    choose(of, 'hide-word', draft.words('button.hide-word')), choose(of, 'return-word', draft.words('button.return-word')),
    choose(of, 'open-word', draft.words('button.open-word')), choose(of, 'clear', draft.words('button.clear')),
    ...(locks.abuse !== null || locks.harm !== null || locks.crisis !== null || locks.minor ? [choose(of, 'locks', draft.words('button.locks'))] : []),
    open('menu', '', draft.words('button.menu'), 'quiet')] }));
}
