/**
 * The check-in for two on two phones, up to where it is walked: a code, both agree, both answer the opening question in private.
 * Thought through from the side of somebody whose partner watches: a wrong code, a used one and one's own get the same words;
 * somebody who must not be led into it gets those that everybody gets who rests; and nothing the other one sees tells when
 * or why this person did something.
 */
import { choose, open, typedAnswer, type Draft } from '../draft.ts';
import type { Need } from '../effect.ts';
import { isQuiet } from '../locks.ts';
import { askHow, endPair, forTwo, invite, isResting, isWalking, join, mayPair, pairFlow, put, restFor } from '../pairing.ts';
import type { Responder, Turn } from '../turn.ts';
import { hasNews } from '../together.ts';
import { drop, goOn, start } from '../walk.ts';
import { wanted } from '../wanted.ts';
import { begin } from './exercise.ts';

const page = 'pair';
/** So many wrong codes within an hour; then codes are not looked up for the rest of it. */
const wrongCodes = 5;
const hour = 3_600_000;

export const pair: Responder = {
  name: 'pair',
  needs(turn) {
    const code = codeIn(turn) ?? codeAgreed(turn);
    const makes = asked(turn)?.what === 'how' && pressed(turn) === 'phones';
    const needs: readonly (Need | null)[] = [
      turn.before.pair ? { kind: 'pair' } : null, makes ? { kind: 'new-code' } : null,
      code !== null && mayLook(turn) ? { kind: 'invitation', code } : null,
    ];
    return needs.filter((need) => need !== null);
  },
  reply(turn, draft) {
    if (turn.before.hidden) return false;
    if (turn.act.kind === 'due') return cameDue(turn, draft);
    const code = codeIn(turn);
    if (code !== null) { codeTyped(turn, draft, code); return true; }
    if (answered(turn, draft) || leftAtOpening(turn, draft)) return true;
    if (wanted(turn, [page]) === null) return false;
    if (turn.act.kind === 'press') look(turn, draft);
    else begin(turn, draft, forTwo);
    return true;
  },
};

function answered(turn: Turn, draft: Draft): boolean {
  const question = asked(turn);
  if (question === null) return false;
  if (question.what === 'code' && (turn.act.kind === 'text' || turn.act.kind === 'word') && /\d/u.test(turn.act.text)) { notOpen(turn, draft); return true; }
  const choice = choiceFor(turn, question.what);
  if (choice === null) return false;
  switch (question.what) {
    case 'how': howChosen(turn, draft, choice); return true;
    case 'agree': agreed(turn, draft, question.code, choice === 'yes'); return true;
    case 'day': dayAnswered(turn, draft, choice === 'good'); return true;
    case 'code': return false;
    default: return question.what satisfies never;
  }
}

/** Typed: a plain yes or no, and "stop" and "later" for a no. Other words are about something else. */
const typed: Readonly<Record<'how' | 'code' | 'agree' | 'day', Readonly<Record<string, string>>>> = {
  how: {}, code: {},
  agree: { yes: 'yes', 'go-on': 'yes', no: 'no', stop: 'no', pause: 'no' },
  day: { yes: 'good', no: 'another', stop: 'another', pause: 'another' },
};

function choiceFor(turn: Turn, what: keyof typeof typed): string | null {
  return pressed(turn) ?? (turn.act.kind === 'word' ? (typed[what][turn.act.word] ?? null) : null);
}

function howChosen(turn: Turn, draft: Draft, choice: string): void {
  const flow = turn.know.flows[forTwo];
  if (choice === 'phones' && turn.found.code !== undefined) invite(turn, draft, turn.found.code);
  else if (choice === 'code') draft.ask({ kind: 'pair', what: 'code', code: null }, 'text', (of) => typedAnswer(draft, of, draft.words('pair.ask-code')));
  else if (choice === 'one' && flow) start(turn, draft, flow);
  else askHow(draft);
}

function codeTyped(turn: Turn, draft: Draft, code: string): void {
  if (!mayPair(turn, turn.before) || isResting(turn)) { draft.set({ question: null }); notToday(draft); return; }
  if (turn.found.invited !== true) { notOpen(turn, draft); return; }
  askAgree(draft, code);
}

/** The same words whatever was wrong with it. */
function notOpen(turn: Turn, draft: Draft): void {
  const { n, since } = turn.before.codesTried;
  draft.set({ question: null, codesTried: turn.at - since < hour ? { n: n + 1, since } : { n: 1, since: turn.at } });
  draft.say(draft.words('pair.not-open'), [open('exercise', forTwo, draft.words('button.again')), open('menu', '', draft.words('button.menu'), 'quiet')]);
}

function mayLook(turn: Turn): boolean {
  const { n, since } = turn.before.codesTried;
  return mayPair(turn, turn.before) && !isResting(turn) && (n < wrongCodes || turn.at - since >= hour);
}

function askAgree(draft: Draft, code: string | null): void {
  draft.ask({ kind: 'pair', what: 'agree', code }, 'choice', (of) => ({ kind: 'text', text: draft.words('pair.agree'), choices: [
    choose(of, 'yes', draft.words('button.begin')), choose(of, 'no', draft.words('button.not-now'))] }));
}

function agreed(turn: Turn, draft: Draft, code: string | null, yes: boolean): void {
  if (!yes) {
    draft.set({ question: null });
    if (code === null && turn.before.pair) endPair(draft, { do: 'leave', late: false });
    draft.say(draft.words('pair.declined'), [open('menu', '', draft.words('button.menu'))]);
    return;
  }
  if (code === null && turn.before.pair) draft.set({ pair: { ...turn.before.pair, stage: 'day' } });
  else if (code !== null && turn.found.invited === true) join(turn, draft, code);
  else { notOpen(turn, draft); return; }
  askDay(draft);
}

/** The question names no fear, its message goes with the press, and every answer is thanked for alike. */
function askDay(draft: Draft): void {
  draft.ask({ kind: 'pair', what: 'day', code: null }, 'choice', (of) => ({ kind: 'text', text: draft.words('pair.day'), secret: true, choices: [
    choose(of, 'good', draft.words('button.good-day')), choose(of, 'tired', draft.words('button.tired')),
    choose(of, 'short', draft.words('button.short-of-time')), choose(of, 'another', draft.words('button.another-day'))] }));
}

function dayAnswered(turn: Turn, draft: Draft, good: boolean): void {
  const mine = turn.before.pair;
  const found = turn.found.pair;
  draft.set({ question: null });
  if (!mine || !found) { over(turn, draft); return; }
  const answer = good ? 'yes' : 'no';
  const theirs = found.theirs;
  if (theirs !== null && theirs.answer === null) {
    draft.set({ pair: { ...mine, stage: 'answered' } });
    put(turn, draft, { ...found.mine, answer });
    draft.say(draft.words('pair.answered'), [open('menu', page, draft.words('button.look')), open('menu', '', draft.words('button.menu'))]);
  } else if (answer === 'yes' && theirs?.answer === 'yes') {
    put(turn, draft, { ...found.mine, answer });
    walk(turn, draft);
  } else over(turn, draft);
}

/** Two good days. */
function walk(turn: Turn, draft: Draft): void {
  const flow = turn.know.flows[pairFlow];
  if (!turn.before.pair || !flow) return;
  draft.set({ question: null, pair: { ...turn.before.pair, stage: 'walk' } });
  start(turn, draft, flow);
}

function over(turn: Turn, draft: Draft): void {
  endPair(draft, { do: 'leave', late: false });
  draft.set({ resting: { ...draft.state.resting, [forTwo]: turn.at + restFor } });
  notToday(draft);
}

function notToday(draft: Draft): void {
  draft.say(draft.words('pair.not-today'), [open('menu', '', draft.words('button.menu'))]);
}

/** "stop" before it has begun: the other one reads "not today" once they have answered. */
function leftAtOpening(turn: Turn, draft: Draft): boolean {
  const word = turn.act.kind === 'word' ? turn.act.word : null;
  const { pair: mine, running } = turn.before;
  if (!mine || isWalking(mine) || running.length > 0 || word !== 'stop') return false;
  endPair(draft, { do: 'leave', late: mine.stage !== 'answered' && mine.stage !== 'ready' });
  draft.say(draft.words('pair.declined'), [open('menu', '', draft.words('button.menu'))]);
  return true;
}

/** "Look at it": where this person stands, and no more than that. */
function look(turn: Turn, draft: Draft): void {
  const { pair: mine } = turn.before;
  const found = turn.found.pair;
  if (!mine || !found) { draft.say(draft.words('pair.nothing'), [open('menu', '', draft.words('button.menu'))]); return; }
  if (mine.stage === 'agree' || (mine.stage === 'invited' && found.joined)) { draft.set({ pair: { ...mine, stage: 'agree' } }); askAgree(draft, null); return; }
  if (mine.stage === 'day') { askDay(draft); return; }
  if (isWalking(mine)) { goOn(turn, draft, pairFlow); return; }
  if ((mine.stage === 'answered' || mine.stage === 'ready') && bothGood(turn)) { walk(turn, draft); return; }
  if (mine.stage === 'answered' && (found.theirs?.answer ?? null) !== null) { over(turn, draft); return; }
  draft.say(draft.words('pair.waits'), [open('menu', '', draft.words('button.menu'))]);
}

function bothGood(turn: Turn): boolean {
  return turn.found.pair?.mine.answer === 'yes' && turn.found.pair.theirs?.answer === 'yes';
}

const letters: ReadonlySet<string> = new Set(['pair', 'pair-left', 'pair-over']);

/** A letter, or the end of patience. Nothing is said that does not concern this person, and nothing while words could harm. */
function cameDue(turn: Turn, draft: Draft): boolean {
  if (turn.act.kind !== 'due' || !letters.has(turn.act.name)) return false;
  const { pair: mine } = turn.before;
  const found = turn.found.pair;
  if (!mine) return true;
  draft.send('reminder', 'direct');
  if (turn.act.name === 'pair-over' || !found) { timeIsOver(turn, draft); return true; }
  const gone = found.theirs === null;
  switch (mine.stage) {
    case 'invited':
      if (!found.joined) return true;
      newsOnce(turn, draft, 'agree');
      return true;
    // Nobody hears anything of the other before they have answered themselves.
    case 'agree':
    case 'day': return true;
    case 'answered':
    case 'ready':
      if (bothGood(turn)) newsOnce(turn, draft, 'ready');
      else if (gone || found.theirs?.answer !== null) sayUnasked(turn, draft, () => over(turn, draft));
      return true;
    case 'walk':
    case 'told':
      // That somebody has left is told by its own letter, so that nobody can tell when they did.
      if (gone && turn.act.name === 'pair-left') sayUnasked(turn, draft, () => ended(draft));
      else if (hasNews(turn)) newsOnce(turn, draft, 'told');
      return true;
    default: return mine.stage satisfies never;
  }
}

function timeIsOver(turn: Turn, draft: Draft): void {
  const stage = turn.before.pair?.stage;
  if (stage === 'answered' || stage === 'ready') sayUnasked(turn, draft, () => { endPair(draft, { do: 'leave', late: true }); notToday(draft); });
  else if (isWalking(turn.before.pair)) sayUnasked(turn, draft, () => ended(draft));
  else endPair(draft, { do: 'leave', late: true });
}

function ended(draft: Draft): void {
  drop(draft, pairFlow);
  endPair(draft, { do: 'leave', late: true });
  draft.say(draft.words('pair.ended'), [open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
}

/** It ends in any case; the words for it only where nothing else is open that matters more. */
function sayUnasked(turn: Turn, draft: Draft, end: () => void): void {
  end();
  if (isQuiet(turn.before, turn.at)) draft.unsay();
}

/** On the lock screen of a phone this says nothing; and how often the other one did something is nobody's business. */
function newsOnce(turn: Turn, draft: Draft, stage: 'agree' | 'ready' | 'told'): void {
  const { pair: mine } = draft.state;
  if (!mine || mine.stage === stage) return;
  draft.set({ pair: { ...mine, stage } });
  if (!isQuiet(draft.state, turn.at)) draft.say(draft.words('pair.news'), [open('menu', page, draft.words('button.look'))]);
}

function asked(turn: Turn): { readonly what: 'how' | 'code' | 'agree' | 'day'; readonly code: string | null } | null {
  const about = turn.before.question?.about;
  return about?.kind === 'pair' ? about : null;
}

function pressed(turn: Turn): string | null {
  return turn.act.kind === 'press' && turn.act.press.kind === 'choose' ? turn.act.press.choice : null;
}

/** The code that an open "Shall we begin?" is about, when it is answered. */
function codeAgreed(turn: Turn): string | null {
  const question = asked(turn);
  return question?.what === 'agree' && choiceFor(turn, 'agree') === 'yes' ? question.code : null;
}

const linked = /^pair_(\d{8})$/u;
const spoken = /^\s*(\d{4})[\s.-]*(\d{4})\s*$/u;

/** `/start pair_12345678`, `/pair 1234 5678`, or the eight digits alone where no words or number are awaited. */
function codeIn(turn: Turn): string | null {
  const { act } = turn;
  if (act.kind === 'command' && act.name === 'start') return linked.exec(act.options['text'] ?? '')?.[1] ?? null;
  const text = act.kind === 'command' && act.name === page ? (act.options['text'] ?? '') : act.kind === 'text' ? act.text : null;
  const question = turn.before.question;
  const awaited = question?.about.kind === 'pair' || (question?.expects !== 'text' && question?.expects !== 'scale');
  const [, first, second] = (text !== null && (awaited || act.kind === 'command') && spoken.exec(text)) || [];
  return first !== undefined && second !== undefined ? `${first}${second}` : null;
}
