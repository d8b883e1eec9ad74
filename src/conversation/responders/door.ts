/**
 * A word that opens: where somebody chose one, it stands before their progress, what they kept, the copy of their data and the settings.
 * Help, deletion and Quick exit never wait for it. After five wrong words nothing opens for an hour, the right one included.
 */
import { choose, open, typedAnswer, type Draft } from '../draft.ts';
import type { Responder, Turn } from '../turn.ts';
import { fold } from '../typed.ts';
import { wanted } from '../wanted.ts';
import { wantsToHide } from './hide.ts';

/** Once given, it stays open so long, ms. */
const openFor = 10 * 60_000;
const mostWrong = 5;
const hour = 3_600_000;
const pages = ['progress', 'picture', 'export', 'privacy-export', 'settings', 'kept', 'counsellor'] as const;

export const door: Responder = {
  name: 'door',
  reply(turn, draft) {
    const word = turn.before.settings.openWord;
    if (word === null || turn.before.hidden || wantsToHide(turn)) return false;
    if (wordGiven(turn, draft, word)) return true;
    if (turn.before.door.until > turn.at) return false;
    const page = pageBehind(turn);
    if (page === null) return false;
    draft.ask({ kind: 'open-word', to: page }, 'text', (of) => typedAnswer(draft, of, draft.words('door.ask'), [
      choose(of, 'lost', draft.words('button.word-lost')), open('menu', '', draft.words('button.menu'), 'quiet')]));
    return true;
  },
};

function wordGiven(turn: Turn, draft: Draft, word: string): boolean {
  const about = turn.before.question?.about;
  const { act } = turn;
  if (about?.kind !== 'open-word') return false;
  if (act.kind === 'press' && act.press.kind === 'choose') {
    draft.set({ question: null });
    draft.say(draft.words('door.lost'), [open('menu', 'forget', draft.words('button.forget')), open('menu', '', draft.words('button.menu'), 'quiet')]);
    return true;
  }
  if (act.kind !== 'text' && act.kind !== 'word') return false;
  const { wrong, since } = turn.before.door;
  const tried = turn.at - since < hour ? wrong : 0;
  if (fold(act.text) === word && tried < mostWrong) {
    draft.set({ question: null, door: { until: turn.at + openFor, wrong: 0, since: 0 } });
    draft.do({ kind: 'clear', what: 'own' });
    draft.say(draft.words('door.open'), [open('menu', about.to, draft.words('button.open-it'), 'main'), open('menu', '', draft.words('button.menu'), 'quiet')]);
    return true;
  }
  // "menu", "stop", and a clear question are about something else.
  if (act.kind === 'word' || act.text.length > 60 || (turn.reading?.decision === 'answer' && turn.reading.question)) return false;
  draft.set({ door: { until: 0, wrong: tried + 1, since: tried === 0 ? turn.at : since } });
  draft.do({ kind: 'clear', what: 'own' });
  draft.say(draft.words('door.wrong'));
  return true;
}

/** The page that this turn would show, as the menu knows it; null when it needs no word. */
function pageBehind(turn: Turn): string | null {
  const { act } = turn;
  const page = wanted(turn, pages);
  if (page !== null) return page === 'privacy-export' ? 'export' : page;
  if (act.kind === 'press' && act.press.kind === 'open' && act.press.what === 'menu' && act.press.id.startsWith('kept:')) return 'kept';
  const about = turn.before.question?.about;
  const answers = act.kind === 'press' && act.press.kind === 'choose';
  if (about?.kind === 'export' || about?.kind === 'kept' || about?.kind === 'counsellor') return answers || act.kind === 'word' ? about.kind : null;
  return about?.kind === 'settings' && about.what !== 'country' && about.what !== 'zone' && (answers || act.kind === 'text') ? 'settings' : null;
}
