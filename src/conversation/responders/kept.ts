/** Looking at what was kept, deleting one thing of it, and a page of it for a counsellor. */
import { choose, open, type Draft } from '../draft.ts';
import { keptThings, type Kept } from '../kept.ts';
import { weeksText } from '../progress.ts';
import type { Responder, Turn } from '../turn.ts';
import { wanted } from '../wanted.ts';

const shownAtMost = 8;
const page = 'kept';

export const kept: Responder = {
  name: 'kept',
  needs(turn) {
    const asks = wanted(turn, [page, 'counsellor']) !== null || openedId(turn) !== null;
    const about = turn.before.question?.about.kind;
    return asks || about === 'kept' || about === 'counsellor' ? [{ kind: 'records', of: 'all', last: 200 }] : [];
  },
  reply(turn, draft) {
    const about = turn.before.question?.about;
    const choice = turn.act.kind === 'press' && turn.act.press.kind === 'choose' ? turn.act.press.choice : null;
    if (about?.kind === 'kept' && choice !== null) { deleted(draft, about.record, choice); return true; }
    if (about?.kind === 'counsellor' && choice !== null) { pageChosen(turn, draft, choice); return true; }
    const id = openedId(turn);
    if (id !== null) { showOne(turn, draft, id); return true; }
    switch (wanted(turn, [page, 'counsellor'])) {
      case 'kept': list(turn, draft); return true;
      case 'counsellor': askPage(draft); return true;
      case null: return false;
      default: return false;
    }
  },
};

/** `menu` button `kept:<record>`. */
function openedId(turn: Turn): string | null {
  const { act } = turn;
  if (act.kind !== 'press' || act.press.kind !== 'open' || act.press.what !== 'menu' || !act.press.id.startsWith(`${page}:`)) return null;
  return act.press.id.slice(page.length + 1);
}

function list(turn: Turn, draft: Draft): void {
  const things = keptThings(turn).slice(0, shownAtMost);
  const back = open('menu', '', draft.words('button.menu'), 'quiet');
  if (things.length === 0) { draft.say(draft.words('kept.none'), [open('menu', 'exercises', draft.words('button.exercises')), back]); return; }
  draft.say(draft.words('kept.list'), [
    ...things.map((thing) => open('menu', `${page}:${thing.id}`, `${thing.title}, ${thing.date}`)), open('menu', 'counsellor', draft.words('button.counsellor')), back]);
}

function showOne(turn: Turn, draft: Draft, id: string): void {
  const thing = keptThings(turn).find((each) => each.id === id);
  if (!thing) { draft.say(draft.words('kept.gone'), [open('menu', page, draft.words('button.kept-things'))]); return; }
  draft.ask({ kind: 'kept', record: id }, 'choice', (of) => ({ kind: 'text', text: `${thing.title}, ${thing.date}\n\n${thing.text}`, choices: [
    choose(of, 'delete', draft.words('button.delete-one')), open('menu', page, draft.words('button.kept-things')), open('menu', '', draft.words('button.menu'), 'quiet')] }));
}

function deleted(draft: Draft, record: string, choice: string): void {
  draft.set({ question: null });
  if (choice === 'delete') { draft.do({ kind: 'discard', record }); draft.do({ kind: 'cancel', name: `promise:${record}` }); }
  draft.say(draft.words('exercise.discarded'), [open('menu', page, draft.words('button.kept-things')), open('menu', '', draft.words('button.menu'))]);
}

function askPage(draft: Draft): void {
  draft.ask({ kind: 'counsellor' }, 'choice', (of) => ({ kind: 'text', text: draft.words('counsellor.ask'), choices: [
    choose(of, 'weeks', draft.words('button.page-weeks')), choose(of, 'kept', draft.words('button.page-kept')), choose(of, 'both', draft.words('button.page-both')),
    choose(of, 'none', draft.words('button.export-no'))] }));
}

/** The last four weeks and the chosen lines, as a text that can be printed or read aloud. */
function pageChosen(turn: Turn, draft: Draft, choice: string): void {
  draft.set({ question: null });
  const weeks = choice === 'weeks' || choice === 'both' ? weeksText(turn, draft, 4) : null;
  const lines = choice === 'kept' || choice === 'both' ? keptThings(turn).slice(0, 20).map(lineOf).join('\n\n') : null;
  const content = [weeks, lines].filter((part) => part !== null && part !== '').join('\n\n');
  if (choice === 'none') { draft.say(draft.words('export.not-sent'), [open('menu', '', draft.words('button.menu'))]); return; }
  if (content === '') { draft.say(draft.words('progress.none'), [open('menu', 'check-in', draft.words('button.check-in')), open('menu', '', draft.words('button.menu'))]); return; }
  draft.add({ kind: 'file', name: 'page.txt', mime: 'text/plain', content, text: draft.words('counsellor.page') });
}

function lineOf(thing: Kept): string {
  return `${thing.title}, ${thing.date}\n${thing.text}`;
}
