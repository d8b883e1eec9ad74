/** The answers to the questions that settings ask: taken, checked, kept. */
import { findZone } from './clock.ts';
import { choose, open, typedAnswer, type Draft } from './draft.ts';
import { findCountry } from './lines.ts';
import { sayLines } from './responders/safety.ts';
import type { Question, Settings } from './state.ts';
import type { Turn } from './turn.ts';
import { fold } from './typed.ts';

type Asked = Extract<Question['about'], { kind: 'settings' }>['what'];
/** What was just locked stays open for whoever locked it, ms. */
const openFor = 10 * 60_000;
type WordAsked = 'hide-word' | 'return-word' | 'open-word';
const fieldOf = { 'hide-word': 'hideWord', 'return-word': 'returnWord', 'open-word': 'openWord' } as const satisfies Record<WordAsked, keyof Settings>;

export function askCountry(draft: Draft): void {
  draft.ask({ kind: 'settings', what: 'country' }, 'text', (of) => typedAnswer(draft, of, draft.words('safety.country-name')));
}

/** `chosen`: the choice that was pressed, or a typed yes or no. False: the turn is about something else. */
export function settingAnswered(turn: Turn, draft: Draft, what: Asked, chosen: string | null): boolean {
  if (what === 'menu') return chosen !== null && settingChosen(turn, draft, chosen);
  if (what === 'role' && chosen !== null) { save(draft, { role: chosen === 'hurt' || chosen === 'hurt-someone' || chosen === 'both' ? chosen : null }); saved(draft); return true; }
  if (what === 'clear' && chosen !== null) { clearChosen(turn, draft, chosen); return true; }
  if (what === 'open-word' && chosen === 'none') { save(draft, { openWord: null }); saved(draft); return true; }
  if (what === 'locks' && chosen !== null) {
    if (chosen === 'yes') draft.set({ locks: { ...draft.state.locks, abuse: null, crisis: null, harm: null } });
    draft.set({ question: null });
    saved(draft);
    return true;
  }
  const text = turn.act.kind === 'text' ? turn.act.text.trim() : null;
  if (text === null || text.length > 60) return false;
  switch (what) {
    case 'country': return countryTyped(turn, draft, text);
    case 'zone': return zoneTyped(turn, draft, text);
    case 'hide-word':
    case 'return-word':
    case 'open-word': wordTyped(turn, draft, what, fold(text)); return true;
    case 'role':
    case 'clear':
    case 'locks': return false;
    default: return what satisfies never;
  }
}

function save(draft: Draft, patch: Partial<Settings>): void {
  draft.set({ settings: { ...draft.state.settings, ...patch }, question: null });
}

function saved(draft: Draft): void {
  draft.say(draft.words('settings.saved'), [open('menu', 'settings', draft.words('button.settings')), open('menu', '', draft.words('button.menu'))]);
}

function countryTyped(turn: Turn, draft: Draft, text: string): boolean {
  const country = findCountry(turn.know, text);
  if (!country) { if (turn.reading?.decision === 'answer') return false; draft.say(draft.words('safety.country-unknown')); askCountry(draft); return true; }
  save(draft, { country: country.code });
  sayLines(turn, draft);
  return true;
}

function zoneTyped(turn: Turn, draft: Draft, text: string): boolean {
  const zone = findZone(text);
  if (!zone) { if (turn.reading?.decision === 'answer') return false; askZone(draft, draft.words('settings.zone-unknown')); return true; }
  save(draft, { zone });
  saved(draft);
  return true;
}

/** Three words with three meanings; the message that holds one goes from the chat where the platform lets it go. */
function wordTyped(turn: Turn, draft: Draft, what: WordAsked, word: string): void {
  const { settings } = turn.before;
  const others = Object.entries(fieldOf).filter(([each]) => each !== what).map(([, field]) => settings[field]);
  draft.do({ kind: 'clear', what: 'own' });
  if (word.length < 3) askWord(turn, draft, what, draft.words('settings.word-short'));
  else if (others.includes(word) || word === fold(draft.words('hide.return-word'))) askWord(turn, draft, what, draft.words('settings.word-taken'));
  else {
    save(draft, { [fieldOf[what]]: word });
    if (what === 'open-word') draft.set({ door: { until: turn.at + openFor, wrong: 0, since: 0 } });
    saved(draft);
  }
}

/** Which night it is can only be known with a time zone. */
function clearChosen(turn: Turn, draft: Draft, chosen: string): void {
  save(draft, { clear: chosen === 'hour' || chosen === 'night' ? chosen : 'never' });
  if (chosen === 'night' && turn.before.settings.zone === null) askZone(draft);
  else saved(draft);
}

function askZone(draft: Draft, text = draft.words('settings.zone-ask')): void {
  draft.ask({ kind: 'settings', what: 'zone' }, 'text', (of) => typedAnswer(draft, of, text));
}

function askWord(turn: Turn, draft: Draft, what: WordAsked, text = draft.words(`settings.${what}-ask`)): void {
  const away = what === 'open-word' && turn.before.settings.openWord !== null;
  draft.ask({ kind: 'settings', what }, 'text', (of) => typedAnswer(draft, of, text, away ? [choose(of, 'none', draft.words('button.no-word'))] : []));
}

function settingChosen(turn: Turn, draft: Draft, choice: string): boolean {
  switch (choice) {
    case 'plain': save(draft, { plain: !turn.before.settings.plain }); saved(draft); return true;
    case 'country': askCountry(draft); return true;
    case 'zone': askZone(draft); return true;
    case 'hide-word':
    case 'return-word':
    case 'open-word': askWord(turn, draft, choice); return true;
    case 'clear':
      draft.ask({ kind: 'settings', what: 'clear' }, 'choice', (of) => ({ kind: 'text', text: draft.words('settings.clear-ask'), choices: [
        choose(of, 'hour', draft.words('button.clear-hour')), choose(of, 'night', draft.words('button.clear-night')), choose(of, 'never', draft.words('button.clear-never'))] }));
      return true;
    case 'role':
      draft.ask({ kind: 'settings', what: 'role' }, 'choice', (of) => ({ kind: 'text', text: draft.words('settings.role-ask'), choices: [
        choose(of, 'hurt', draft.words('button.role-hurt')), choose(of, 'hurt-someone', draft.words('button.role-hurt-someone')),
        choose(of, 'both', draft.words('button.role-both')), choose(of, 'none', draft.words('button.rather-not'))] }));
      return true;
    case 'locks':
      draft.ask({ kind: 'settings', what: 'locks' }, 'choice', (of) => ({ kind: 'text', text: draft.words('settings.locks-ask'), choices: [
        choose(of, 'yes', draft.words('button.locks-back')), choose(of, 'no', draft.words('button.locks-stay'), 'main')] }));
      return true;
    default: return false;
  }
}
