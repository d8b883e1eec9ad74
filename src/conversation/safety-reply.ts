/**
 * The safety reply, stage by stage: care and lines first, then one question at a time that lowers a barrier.
 * Which stages a reply has follows from its content; where the person stands in it is the open question in the state.
 * Help is never withheld behind a question: emergency numbers and a line are in the first message, always.
 */
import { choose, open, type Draft } from './draft.ts';
import type { Knowledge, LineKind, Lock, SafetyReply } from './knowledge.ts';
import { countryName, countryOf, likelyCountries, linesText, quietLineText } from './lines.ts';
import { crisisLockFor, mayStart } from './locks.ts';
import type { Choice } from './press.ts';
import type { SafetyKind, SafetyReading, When, Who } from './reading.ts';
import type { Question } from './state.ts';
import type { Turn } from './turn.ts';

type ButtonId = 'button.plain-yes' | 'button.plain-no' | 'button.plain-unsure' | 'button.another-country' | 'button.rather-not' | 'button.now-or-same' | 'button.other-past';

export type Stage = Extract<Question['about'], { kind: 'safety' }>['stage'];

const repeatWithin = 24 * 3_600_000;

/** The most specific reply: kind + who + when, then kind + who, kind + when, any of the kind. */
export function replyFor(know: Knowledge, kind: SafetyKind, who: Who, when: When): SafetyReply | null {
  const narrowness = (reply: SafetyReply): number => reply.who.length + reply.when.length;
  const fitting = know.safety.filter((reply) => reply.kind === kind && reply.who.includes(who) && reply.when.includes(when));
  return fitting.toSorted((a, b) => narrowness(a) - narrowness(b))[0] ?? know.safety.find((reply) => reply.kind === kind) ?? null;
}

/** Answers a disclosure: sets the locks, says care and lines, opens the first question. */
export function beginSafety(turn: Turn, draft: Draft, reading: SafetyReading): void {
  const reply = replyFor(turn.know, reading.kind, reading.who, reading.when);
  draft.send('safety', 'here');
  draft.do({ kind: 'tally', metric: 'safety', key: reading.kind });
  if (!reply) { draft.say(linesText(turn.know, countryOf(turn.know, draft.state.settings.country), ['emergency', 'directory'])); return; }
  const earlier = draft.state.replied[reply.id];
  const n = earlier && turn.at - earlier.at < repeatWithin ? earlier.n + 1 : 0;
  draft.set({
    replied: { ...recentReplies(draft.state.replied, turn.at), [reply.id]: { at: turn.at, n } },
    safety: { reply: reply.id, kind: reading.kind, who: reading.who, when: reading.when, at: turn.at, set: [] },
    question: null,
  });
  setLocks(turn, draft, reply, reading);
  const care = reply.care[n % reply.care.length] ?? '';
  const again = n > 0 && n >= reply.care.length ? [draft.words('safety.again')] : [];
  const first = [...again, care];
  if (reply.safeToRead) draft.say([...first, firstLines(turn, draft, reply), ...(reading.tier === 'hard' ? [draft.words('safety.program')] : [])].join('\n\n'));
  else if (reply.plain) draft.say(first.join('\n\n'));
  else sayBody(turn, draft, reply, first, reading.tier === 'hard');
  if (reading.tier === 'hard') offerKeeping(turn, draft, reply);
  nextStage(turn, draft, reply, null);
}

/** A private reply in a server is gone when it is closed: the lines can be taken along, if the person says so. */
function offerKeeping(turn: Turn, draft: Draft, reply: SafetyReply): void {
  const vanishes = 'here' in turn.event && turn.event.here.kind === 'discord-interaction' && turn.event.place !== undefined;
  if (vanishes && reply.lines.length > 0) draft.addChoice(open('lines', `${keptLines}${reply.kind}`, draft.words('button.keep-lines'), 'quiet'));
}

const keptLines = 'keep:';

/** "Keep this in my DMs": the lines and nothing else go there. The question that was open stays open. */
export function keepLines(turn: Turn, draft: Draft, id: string): boolean {
  const kind = id.startsWith(keptLines) ? id.slice(keptLines.length) : null;
  const reply = kind === null ? undefined : (turn.know.safety.find((each) => each.id === draft.state.safety?.reply && each.kind === kind) ?? turn.know.safety.find((each) => each.kind === kind));
  if (!reply) return false;
  const lines = linesText(turn.know, countryOf(turn.know, draft.state.settings.country), ['emergency', ...linesFor(draft, reply).filter((each) => each !== 'emergency')]);
  draft.send('safety', 'here');
  draft.do({ kind: 'say', to: 'direct', cls: 'reply', messages: [{ kind: 'text', text: lines }] });
  draft.say(draft.words('keep-lines.done'));
  const about = turn.before.question?.about;
  if (about?.kind === 'safety') askStage(turn, draft, reply, about.stage);
  else close(turn, draft, reply);
  return true;
}

/** Shows what comes after stage `after`, or closes with what fits next. */
export function nextStage(turn: Turn, draft: Draft, reply: SafetyReply, after: Stage | null): void {
  const stages = stagesOf(turn, draft, reply);
  const order: readonly Stage[] = ['plain', 'plain-again', 'read', 'read-again', 'covered', 'country', 'country-name', 'about-now', 'barrier'];
  const from = after === null ? -1 : order.indexOf(after);
  const stage = stages.find((each) => order.indexOf(each) > from);
  if (stage) askStage(turn, draft, reply, stage);
  else close(turn, draft, reply);
}

/** Care, who I am, what helps, and the lines: all that a person may need if they read nothing else. */
export function sayBody(turn: Turn, draft: Draft, reply: SafetyReply, first: readonly string[], hard: boolean): void {
  const country = countryOf(turn.know, draft.state.settings.country);
  const danger = draft.state.safety?.when === 'now' || reply.kind === 'crisis.immediate-danger';
  const wanted = linesFor(draft, reply);
  const kinds = danger ? (['emergency', ...wanted.filter((kind) => kind !== 'emergency')] as const) : wanted;
  const lines = kinds.length > 0 ? [linesText(turn.know, country, kinds)] : [];
  draft.say([...first, ...lines].join('\n\n'));
  const rest = [...(reply.more ? [reply.more] : []), ...(hard ? [draft.words('safety.program')] : [])];
  if (rest.length > 0) draft.say(rest.join('\n\n'));
}

/** Lines for young people come first for somebody under 18. */
export function linesFor(draft: Draft, reply: SafetyReply): readonly LineKind[] {
  return draft.state.locks.minor && reply.lines.length > 0 ? [...new Set<LineKind>(['child', ...reply.lines])] : reply.lines;
}

/** The button that says the reading was wrong. On every safety reply. */
export function falseAlarmChoice(draft: Draft, reply: SafetyReply): Choice {
  return open('false-alarm', reply.id, draft.words('button.false-alarm'), 'quiet');
}

function stagesOf(turn: Turn, draft: Draft, reply: SafetyReply): readonly Stage[] {
  const countryKnown = countryOf(turn.know, draft.state.settings.country) !== null;
  const asksNow = draft.state.locks.abuse !== null && reply.locks.includes('abuse') && draft.state.safety?.set.includes('abuse') === true;
  return [
    ...(reply.plain ? (['plain'] as const) : []),
    ...(reply.safeToRead ? (['read'] as const) : []),
    ...(reply.lines.some((kind) => kind !== 'directory' && kind !== 'emergency') && !countryKnown ? (['country'] as const) : []),
    ...(asksNow ? (['about-now'] as const) : []),
    ...(reply.barrier ? (['barrier'] as const) : []),
  ];
}

export function askStage(turn: Turn, draft: Draft, reply: SafetyReply, stage: Stage): void {
  const about = { kind: 'safety', stage } as const;
  const last = falseAlarmChoice(draft, reply);
  const label = (id: ButtonId): string => draft.words(id);
  switch (stage) {
    case 'plain':
    case 'plain-again':
      draft.ask(about, 'choice', (of) => ({ kind: 'text', text: reply.plain?.ask ?? '', choices: [
        choose(of, 'yes', label('button.plain-yes')), choose(of, 'no', label('button.plain-no')), choose(of, 'unsure', label('button.plain-unsure')), last] }));
      return;
    case 'read':
    case 'read-again': askReading(draft, reply, reply.safeToRead?.ask ?? '', stage); return;
    case 'country': {
      const account = 'locale' in turn.event ? turn.event.locale : 'en';
      const locale = account.startsWith('en') && turn.know.language !== 'en' ? turn.know.language : account;
      draft.ask(about, 'text', (of) => ({ kind: 'text', text: draft.words('safety.country'), choices: [
        ...likelyCountries(turn.know, locale).map((country) => choose(of, country.code, countryName(turn.know, country))),
        choose(of, 'another', label('button.another-country')), choose(of, 'skip', label('button.rather-not')), last] }));
      return;
    }
    case 'covered':
      draft.set({ question: { of: draft.state.asked, at: turn.at, expects: 'text', about } });
      return;
    case 'country-name':
      draft.ask(about, 'text', (of) => ({ kind: 'text', text: draft.words('safety.country-name'), choices: [choose(of, 'skip', label('button.rather-not')), last] }));
      return;
    case 'about-now':
      draft.say(draft.words('safety.locked'));
      draft.ask(about, 'choice', (of) => ({ kind: 'text', text: draft.words('safety.about-now'), choices: [
        choose(of, 'now', label('button.now-or-same')), choose(of, 'other-past', label('button.other-past')), choose(of, 'rather-not', label('button.rather-not')), last] }));
      return;
    case 'barrier':
      draft.ask(about, 'choice', (of) => ({ kind: 'text', text: reply.barrier?.ask ?? '', choices: [
        ...(reply.barrier?.choices ?? []).map((choice, index) => choose(of, `b${index}`, choice.label)), last] }));
      return;
    default: stage satisfies never;
  }
}

/** Whether it is safe to read on: in the reply's words, or under other ones for somebody who was asked already. */
export function askReading(draft: Draft, reply: SafetyReply, text: string, stage: 'read' | 'read-again' = 'read-again'): void {
  draft.ask({ kind: 'safety', stage }, 'choice', (of) => ({ kind: 'text', text, choices: [
    choose(of, 'yes', draft.words('button.read-yes')), choose(of, 'no', draft.words('button.read-no')), falseAlarmChoice(draft, reply)] }));
}

/** Somebody who asks something else before they say whether it is safe to read more is answered, and asked once more. */
export function askReadAgain(turn: Turn, draft: Draft): void {
  const about = turn.before.question?.about;
  const reply = turn.know.safety.find((each) => each.id === draft.state.safety?.reply);
  if (about?.kind === 'safety' && about.stage === 'read' && reply && draft.state.question === null) askStage(turn, draft, reply, 'read');
}

/** Ends a safety reply: what fits next, the exercise that waits, the menu. The lines stay one press away. */
export function close(turn: Turn, draft: Draft, reply: SafetyReply): void {
  const offers = reply.offer.flatMap((id) => {
    const flow = turn.know.flows[id];
    return mayStart(flow, draft.state, turn.at) ? [open('exercise', id, flow.title)] : [];
  });
  const waiting = draft.state.running.at(-1);
  const flow = waiting && turn.know.flows[waiting.flow];
  draft.set({ question: null });
  draft.say(draft.words('safety.next'), [
    ...offers,
    ...(mayStart(flow, draft.state, turn.at) ? [open('exercise', flow.id, draft.words('button.go-on-with', { title: flow.title }))] : []),
    open('lines', reply.kind, draft.words('button.lines')),
    open('menu', '', draft.words('button.menu')),
    falseAlarmChoice(draft, reply),
  ]);
}

function firstLines(turn: Turn, draft: Draft, reply: SafetyReply): string {
  const country = countryOf(turn.know, draft.state.settings.country);
  const quiet = quietLineText(turn.know, country, reply.lines.filter((kind) => kind !== 'emergency' && kind !== 'directory' && kind !== 'men'));
  return [linesText(turn.know, country, ['emergency']).split('\n')[0] ?? '', ...(quiet ? [quiet] : [])].join('\n');
}

function setLocks(turn: Turn, draft: Draft, reply: SafetyReply, reading: SafetyReading): void {
  const before = draft.state.locks;
  const wants = (lock: Lock): boolean => reply.locks.includes(lock);
  const hurts = reading.kind === 'crisis.harm-others';
  const after = {
    abuse: before.abuse ?? (wants('abuse') && !hurts ? turn.at : null),
    crisis: wants('crisis') ? turn.at + crisisLockFor : before.crisis,
    harm: before.harm ?? (hurts && wants('abuse') ? turn.at : null),
    minor: before.minor || wants('minor') || turn.reading?.minor === true,
  };
  const set = [
    ...(before.abuse !== after.abuse ? (['abuse'] as const) : []), ...(after.crisis !== null && (before.crisis ?? 0) < turn.at ? (['crisis'] as const) : []),
    ...(before.harm !== after.harm ? (['harm'] as const) : []), ...(before.minor !== after.minor ? (['minor'] as const) : []),
  ];
  draft.set({ locks: after, safety: draft.state.safety && { ...draft.state.safety, set } });
}

function recentReplies(replied: Turn['before']['replied'], at: number): Turn['before']['replied'] {
  return Object.fromEntries(Object.entries(replied).filter(([, each]) => at - each.at < repeatWithin));
}
