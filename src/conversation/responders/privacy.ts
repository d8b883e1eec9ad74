/** What is kept, a copy of it, its deletion, and the settings. Nothing personal is sent or deleted without a second word. */
import { choose, open, type Draft } from '../draft.ts';
import { askSettings } from '../menu.ts';
import { askCountry, settingAnswered } from '../settings.ts';
import type { Responder, Turn } from '../turn.ts';
import { wanted } from '../wanted.ts';
import { wantsToHide } from './hide.ts';

const exportFile = 'notes.json';

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

function contact(turn: Turn): { contact: string } {
  return { contact: turn.operator.contact ?? turn.know.phrases['contact.none'][0] ?? '' };
}
