/** What is kept, a copy of it, its deletion, and the settings. Nothing personal is sent or deleted without a second word. */
import { findZone } from '../clock.ts';
import { choose, open, typedAnswer, type Draft } from '../draft.ts';
import { findCountry } from '../lines.ts';
import { askSettings } from '../menu.ts';
import type { Question, Settings } from '../state.ts';
import type { Responder, Turn } from '../turn.ts';
import { fold } from '../typed.ts';
import { wanted } from '../wanted.ts';
import { wantsToHide } from './hide.ts';
import { sayLines } from './safety.ts';

const exportFile = 'notes.json';

type SettingAsked = Extract<Question['about'], { kind: 'settings' }>['what'];

export const privacy: Responder = {
  name: 'privacy',
  needs(turn) {
    const sends = turn.before.question?.about.kind === 'export' && turn.act.kind !== 'text';
    return sends ? [{ kind: 'records', of: 'all', last: 1000 }] : [];
  },
  reply(turn, draft) {
    if (turn.before.hidden || wantsToHide(turn)) return false;
    const about = turn.before.question?.about;
    const chosen = choiceOf(turn);
    if (about?.kind === 'forget' && chosen !== null) { forgetChosen(draft, chosen); return true; }
    if (about?.kind === 'export' && chosen !== null) { exportChosen(turn, draft, chosen); return true; }
    if (about?.kind === 'settings' && settingAnswered(turn, draft, about.what, chosen)) return true;
    switch (wanted(turn, ['privacy', 'privacy-delete', 'privacy-export', 'forget', 'export', 'settings', 'country'])) {
      case 'privacy':
        draft.say(draft.words('privacy', contact(turn)), [
          open('menu', 'kept', draft.words('button.kept-things')), open('menu', 'export', draft.words('button.export')), open('menu', 'forget', draft.words('button.forget')),
          open('menu', 'settings', draft.words('button.settings')), open('menu', 'hide', draft.words('button.hide')), open('menu', '', draft.words('button.menu'), 'quiet')]);
        return true;
      case 'forget':
      case 'privacy-delete':
        draft.ask({ kind: 'forget' }, 'choice', (of) => ({ kind: 'text', text: draft.words('forget.ask'), choices: [
          choose(of, 'yes', draft.words('button.forget-yes')), choose(of, 'no', draft.words('button.keep-everything'), 'main')] }));
        return true;
      case 'export':
      case 'privacy-export':
        draft.ask({ kind: 'export' }, 'choice', (of) => ({ kind: 'text', text: draft.words('export.ask'), choices: [
          choose(of, 'yes', draft.words('button.export-yes')), choose(of, 'no', draft.words('button.export-no'))] }));
        return true;
      case 'settings': askSettings(turn, draft); return true;
      case 'country': askCountry(draft); return true;
      default: return false;
    }
  },
};

/** The answer to the open question as an id: pressed, or typed as a plain yes or no. */
function choiceOf(turn: Turn): string | null {
  if (turn.act.kind === 'press' && turn.act.press.kind === 'choose') return turn.act.press.choice;
  if (turn.act.kind !== 'word' || (turn.act.word !== 'yes' && turn.act.word !== 'no')) return null;
  // A yes long after the question is a yes to something else.
  const word = turn.act.word;
  const stillShown = turn.before.shown.some((shown) => shown.press === `c|${turn.before.question?.of ?? 0}|${word}`);
  return stillShown ? word : null;
}

function forgetChosen(draft: Draft, choice: string): void {
  if (choice !== 'yes') { draft.set({ question: null }); draft.say(draft.words('forget.kept'), [open('menu', '', draft.words('button.menu'))]); return; }
  // Nothing is under way any more: the receipt is the last word.
  draft.set({ question: null, running: [] });
  draft.say(draft.words('forget.receipt'));
  draft.do({ kind: 'forget' });
}

function exportChosen(turn: Turn, draft: Draft, choice: string): void {
  draft.set({ question: null });
  if (choice !== 'yes') { draft.say(draft.words('export.not-sent'), [open('menu', '', draft.words('button.menu'))]); return; }
  const content = JSON.stringify({ state: turn.before, records: turn.found.records }, null, 2);
  draft.add({ kind: 'file', name: exportFile, mime: 'application/json', content, text: draft.words('export.file') });
}

function askCountry(draft: Draft): void {
  draft.ask({ kind: 'settings', what: 'country' }, 'text', (of) => typedAnswer(draft, of, draft.words('safety.country-name')));
}

function settingAnswered(turn: Turn, draft: Draft, what: SettingAsked, chosen: string | null): boolean {
  const text = turn.act.kind === 'text' || turn.act.kind === 'word' ? turn.act.text.trim() : null;
  const save = (patch: Partial<Settings>): void => { draft.set({ settings: { ...draft.state.settings, ...patch }, question: null }); };
  const saved = (): true => { draft.say(draft.words('settings.saved'), [open('menu', 'settings', draft.words('button.settings')), open('menu', '', draft.words('button.menu'))]); return true; };
  if (what === 'menu') return chosen !== null && settingChosen(turn, draft, chosen, save, saved);
  if (what === 'role' && chosen !== null) { save({ role: chosen === 'hurt' || chosen === 'hurt-someone' || chosen === 'both' ? chosen : null }); return saved(); }
  if (what === 'locks' && chosen !== null) {
    if (chosen === 'yes') draft.set({ locks: { ...draft.state.locks, abuse: null, crisis: null, harm: null } });
    draft.set({ question: null });
    return saved();
  }
  if (text === null || text.length > 60 || turn.act.kind === 'word') return false;
  if (what === 'country') {
    const country = findCountry(turn.know, text);
    if (!country) { if (turn.reading?.decision === 'answer') return false; draft.say(draft.words('safety.country-unknown')); askCountry(draft); return true; }
    save({ country: country.code });
    sayLines(turn, draft);
    return true;
  }
  if (what === 'zone') {
    const zone = findZone(text);
    if (!zone) { if (turn.reading?.decision === 'answer') return false; draft.say(draft.words('settings.zone-unknown')); return true; }
    save({ zone });
    return saved();
  }
  if (fold(text).length < 3) { draft.say(draft.words('settings.word-short')); return true; }
  save(what === 'hide-word' ? { hideWord: fold(text) } : { returnWord: fold(text) });
  return saved();
}

function settingChosen(turn: Turn, draft: Draft, choice: string, save: (patch: Partial<Settings>) => void, saved: () => true): boolean {
  switch (choice) {
    case 'plain': save({ plain: !turn.before.settings.plain }); return saved();
    case 'country': askCountry(draft); return true;
    case 'zone': draft.ask({ kind: 'settings', what: 'zone' }, 'text', (of) => typedAnswer(draft, of, draft.words('settings.zone-ask'))); return true;
    case 'hide-word': draft.ask({ kind: 'settings', what: 'hide-word' }, 'text', (of) => typedAnswer(draft, of, draft.words('settings.hide-word-ask'))); return true;
    case 'return-word': draft.ask({ kind: 'settings', what: 'return-word' }, 'text', (of) => typedAnswer(draft, of, draft.words('settings.return-word-ask'))); return true;
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

function contact(turn: Turn): { contact: string } {
  return { contact: turn.operator.contact ?? turn.know.phrases['contact.none'][0] ?? '' };
}
