/**
 * Giving an answer: which of its texts, what stands before it, which buttons follow.
 * Help is one press away from every answer; at most four buttons stand under it.
 */
import { isNight } from './clock.ts';
import { open, type Draft } from './draft.ts';
import type { Answer } from './knowledge.ts';
import { lockOn, lockWords, mayShow, mayStart, unsafe } from './locks.ts';
import type { Choice } from './press.ts';
import { shareChoice } from './sharing.ts';
import type { Turn } from './turn.ts';
import { variantMeant } from './variant.ts';

const twoHours = 2 * 3_600_000;
const recentKept = 8;
/** Where somebody asks where to begin, the four weeks are offered. */
const beginsPaths = 'topic.where-to-start';

/** A reading that leads clearly and is still not sure: the answer is given as a guess, with what else it could have been. */
export interface Guess { readonly instead: readonly Choice[] }

/** Gives the answer of this id. Returns false when there is none. */
export function giveAnswer(turn: Turn, draft: Draft, id: string, guess: Guess | null = null): boolean {
  const answer = turn.know.answers[id];
  if (!answer) return false;
  if (!mayShow(answer, draft.state, turn.at)) {
    draft.say(draft.words(lockWords(lockOn(answer.locks, draft.state, turn.at) ?? 'abuse', draft.state)), [open('lines', 'now', draft.words('button.help-now')), open('menu', '', draft.words('button.menu'))]);
    return true;
  }
  const times = timesAsked(turn, draft, id);
  remember(turn, draft, id, times);
  draft.do({ kind: 'tally', metric: 'chosen', key: id });
  if (times >= 3) { draft.say(draft.words('answer.third-time'), thirdTimeChoices(turn, draft)); return true; }
  const night = answer.deciding && isNight(turn.at, draft.state.settings.zone) ? `${draft.words('answer.night')}\n\n` : '';
  const offers = { also: id === beginsPaths && turn.know.paths.length > 0 ? open('menu', 'paths', draft.words('button.paths')) : alsoChoice(turn, draft, id), ...offersFor(turn, draft, answer) };
  const lead = guess ? `${draft.words('answer.guess', { title: answer.title })}\n\n` : '';
  draft.say(lead + night + textOf(turn, draft, answer, times), guess ? [...guess.instead.slice(0, 2), ...lastTwo(draft, answer)] : underAnswer(draft, answer, offers, shareChoice(turn, draft, answer)));
  return true;
}

/** "Tell me more": the longer text, where it is from, and the other related answers. */
export function giveMore(turn: Turn, draft: Draft, id: string, given = false): boolean {
  const answer = turn.know.answers[id];
  if (!answer || !mayShow(answer, draft.state, turn.at)) return giveAnswer(turn, draft, id);
  if (draft.state.topic?.id === id) draft.set({ topic: { ...draft.state.topic, more: true } });
  if (answer.more === null || given || isCareful(draft, answer)) draft.say(draft.words('answer.no-more'), lastChoices(turn, draft, answer));
  else draft.say(answer.more, lastChoices(turn, draft, answer));
  return true;
}

/** One line of it. */
export function giveShorter(turn: Turn, draft: Draft, id: string): boolean {
  const answer = turn.know.answers[id];
  if (!answer || !mayShow(answer, draft.state, turn.at)) return giveAnswer(turn, draft, id);
  draft.say(unsafe(draft.state) && answer.unsafe !== null ? answer.unsafe : answer.shorter, [open('more', id, draft.words('button.more')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
  return true;
}

/** "Where is this from?": section, strength of evidence and review, in plain words. */
export function giveSource(turn: Turn, draft: Draft, id: string): boolean {
  const answer = turn.know.answers[id];
  const flow = answer ? undefined : turn.know.flows[id];
  const unit = answer ?? flow;
  if (!unit) return false;
  const sections = unit.source.filter((section) => section !== 'own').map((section) => turn.know.sections[section] ?? section);
  const from = sections.length > 0 ? draft.words('source.sections', { sections: sections.join('; ') }) : draft.words('source.own');
  const reviewed = unit.reviewed === 'none' ? draft.words('source.not-reviewed') : draft.words('source.reviewed', { reviewed: unit.reviewed });
  draft.say([from, draft.words(`source.${unit.evidence.strength}`, { note: unit.evidence.note }), reviewed].join('\n\n'), [
    ...(answer && mayShow(answer, draft.state, turn.at) ? [open('answer', id, draft.words('button.back-to', { title: answer.title }))] : []),
    ...(flow && mayStart(flow, draft.state, turn.at) ? [open('exercise', id, draft.words('button.try', { title: flow.title }))] : []), open('menu', '', draft.words('button.menu'))]);
  return true;
}

/** How often it was asked for within two hours. Somebody who tells on and on about one thing asks nothing. */
function timesAsked(turn: Turn, draft: Draft, id: string): number {
  const recent = draft.state.recent.find((each) => each.id === id);
  const before = recent && turn.at - recent.at < twoHours ? recent.n : 0;
  return before + (turn.reading === null || turn.reading.question ? 1 : 0);
}

function remember(turn: Turn, draft: Draft, id: string, n: number): void {
  const runnersUp = turn.reading?.intent === id ? turn.reading.alternatives.map((each) => each.intent) : [];
  draft.set({
    recent: [{ id, at: turn.at, n }, ...draft.state.recent.filter((each) => each.id !== id)].slice(0, recentKept),
    topic: { id, at: turn.at, next: runnersUp.filter((each) => each in turn.know.answers || each in turn.know.flows).slice(0, 2), more: false },
    question: null, misses: 0,
  });
}

function textOf(turn: Turn, draft: Draft, answer: Answer, times: number): string {
  if (unsafe(draft.state) && answer.unsafe !== null) return answer.unsafe;
  if (asBetrayer(draft, answer) && answer.betrayer !== null) return answer.betrayer;
  const last = draft.state.said[answer.id];
  const meant = turn.act.kind === 'text' ? variantMeant(turn.act.text, answer, Object.values(turn.know.answers)) : null;
  const inTurn = times <= 1 && last === undefined ? 0 : ((last ?? 0) + 1) % answer.texts.length;
  const next = meant !== null && meant !== last ? meant : inTurn;
  const { [answer.id]: _, ...said } = draft.state.said;
  if (answer.texts.length > 1) draft.set({ said: { ...Object.fromEntries(Object.entries(said).slice(-11)), [answer.id]: next } });
  return answer.texts[next] ?? '';
}

/** Somebody who was hurt and rages is not spoken to as the one who broke the trust. */
function asBetrayer({ state: { settings, locks } }: Draft, answer: Answer): boolean {
  return answer.betrayer !== null && (settings.role === 'hurt-someone' || (locks.harm !== null && settings.role !== 'hurt'));
}

interface Offers { readonly also: Choice | null; readonly more: Choice | null; readonly exercise: Choice | null; readonly related: Choice | null }

/** The answer is told in a version of its own after a disclosure, so its longer text and its relatives are left out. */
function isCareful(draft: Draft, answer: Answer): boolean {
  return (unsafe(draft.state) && answer.unsafe !== null) || (draft.state.locks.harm !== null && answer.betrayer !== null);
}

function offersFor(turn: Turn, draft: Draft, answer: Answer): Omit<Offers, 'also'> {
  const careful = isCareful(draft, answer);
  const flow = turn.know.flows[unsafe(draft.state) ? 'exercise.safety-steps' : (answer.exercise ?? '')];
  if (careful) return { more: null, exercise: mayStart(flow, draft.state, turn.at) ? open('exercise', flow.id, draft.words('button.try', { title: flow.title })) : null, related: null };
  return {
    more: answer.more !== null ? open('more', answer.id, draft.words('button.more')) : null,
    exercise: mayStart(flow, draft.state, turn.at) && !draft.state.running.some((running) => running.flow === flow.id) ? open('exercise', flow.id, draft.words('button.try', { title: flow.title })) : null,
    related: relatedChoices(turn, draft, answer)[0] ?? null,
  };
}

/** At most four: what was also asked, more, the exercise and one related answer compete for two places; for one, where it can be shared. */
function underAnswer(draft: Draft, answer: Answer, offers: Offers, shared: Choice | null): Choice[] {
  const first = [offers.also, offers.more, offers.exercise, offers.related].filter((choice) => choice !== null).slice(0, shared ? 1 : 2);
  return [...first, ...(shared ? [shared] : []), ...lastTwo(draft, answer)];
}

/** The way out of a wrong reading, and the way to help: under every answer. */
function lastTwo(draft: Draft, answer: Answer): Choice[] {
  return [open('not-meant', answer.id, draft.words('button.not-meant'), 'quiet'), open('lines', 'now', draft.words('button.help-now'), 'quiet')];
}

function lastChoices(turn: Turn, draft: Draft, answer: Answer): Choice[] {
  return [
    ...(isCareful(draft, answer) ? [] : relatedChoices(turn, draft, answer)).slice(0, 2), open('source', answer.id, draft.words('button.source')),
    open('lines', 'now', draft.words('button.help-now'), 'quiet'),
  ];
}

function relatedChoices(turn: Turn, draft: Draft, answer: Answer): Choice[] {
  return answer.related.flatMap((id) => {
    const related = turn.know.answers[id];
    return related && mayShow(related, draft.state, turn.at) ? [open('answer', id, draft.words('button.about', { title: related.title }))] : [];
  });
}

function alsoChoice(turn: Turn, draft: Draft, given: string): Choice | null {
  const also = turn.reading?.also;
  if (!also || also === given) return null;
  const answer = turn.know.answers[also];
  if (answer && mayShow(answer, draft.state, turn.at)) return open('answer', also, draft.words('button.about', { title: answer.title }));
  const flow = turn.know.flows[also];
  return flow && lockOn(flow.locks, draft.state, turn.at) === null ? open('exercise', also, draft.words('button.try', { title: flow.title })) : null;
}

function thirdTimeChoices(turn: Turn, draft: Draft): Choice[] {
  const flow = turn.know.flows['exercise.grounding'];
  return [
    ...(mayStart(flow, draft.state, turn.at) ? [open('exercise', flow.id, flow.title)] : []),
    open('menu', 'exercises', draft.words('button.exercises')), open('lines', 'now', draft.words('button.help-now')),
  ];
}
