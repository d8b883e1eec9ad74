/** Questions: an answer when the reading is sure, a choice when two or three readings are close, and staying with the topic. */
import { giveAnswer, giveMore, giveShorter, giveSource } from '../answering.ts';
import { choose, open, type Draft } from '../draft.ts';
import { leads } from '../leads.ts';
import { mayShow, mayStart } from '../locks.ts';
import type { Choice } from '../press.ts';
import type { Reading } from '../reading.ts';
import { roleHeard } from '../role.ts';
import { share } from '../sharing.ts';
import { liveTopic } from '../topic.ts';
import type { Responder, Turn } from '../turn.ts';
import { begin } from './exercise.ts';
import { askWhichDanger } from './safety.ts';

export const answer: Responder = {
  name: 'answer',
  reply(turn, draft) {
    return opened(turn, draft) || meantAnswered(turn, draft) || staysWithTopic(turn, draft) || read(turn, draft);
  },
};

function opened(turn: Turn, draft: Draft): boolean {
  const { act } = turn;
  if (act.kind === 'command' && act.name === 'ask' && turn.reading === null) { draft.say(draft.words('ask.how')); return true; }
  if (act.kind !== 'press' || act.press.kind !== 'open') return false;
  const { what, id } = act.press;
  switch (what) {
    case 'answer': return giveAnswer(turn, draft, id) || gone(draft);
    case 'more': return giveMore(turn, draft, id) || gone(draft);
    case 'source': return giveSource(turn, draft, id) || gone(draft);
    case 'share': return share(turn, draft, id) || gone(draft);
    case 'not-meant': notMeant(turn, draft, id); return true;
    default: return false;
  }
}

function gone(draft: Draft): true {
  draft.say(draft.words('answer.gone'), [open('menu', '', draft.words('button.menu'))]);
  return true;
}

/** "Not what I meant": the next two readings, and the way to safety. */
function notMeant(turn: Turn, draft: Draft, id: string): void {
  draft.do({ kind: 'tally', metric: 'not-meant', key: id });
  const topic = draft.state.topic;
  const next = topic?.id === id && topic.next.length > 0 ? topic.next : (turn.know.answers[id]?.related ?? []);
  askMeant(turn, draft, draft.words('not-meant'), next.slice(0, 2));
}

/** Offers units as "Did you mean": each opens its own, none of these, and the way to safety. */
function askMeant(turn: Turn, draft: Draft, text: string, ids: readonly string[]): void {
  const choices = ids.flatMap((id) => unitChoice(turn, draft, id) ?? []);
  draft.ask({ kind: 'meant' }, 'choice', (of) => ({ kind: 'text', text, choices: [
    ...choices, choose(of, 'none', draft.words('button.none-of-these')), choose(of, 'safety', draft.words('button.my-safety'), 'quiet')] }));
}

function unitChoice(turn: Turn, draft: Draft, id: string): Choice | null {
  const unit = turn.know.answers[id];
  if (unit) return mayShow(unit, draft.state, turn.at) ? open('answer', id, unit.title) : null;
  const flow = turn.know.flows[id];
  if (flow) return mayStart(flow, draft.state, turn.at) ? open('exercise', id, flow.title) : null;
  const builtIn = turn.know.intents[id]?.builtIn;
  const label = labelOf(builtIn);
  return label && builtIn ? open('menu', builtIn, draft.words(label)) : null;
}

/** Built-in intents that make sense as a choice; small talk does not. */
const builtInLabels = {
  list: 'button.exercises', 'check-in': 'button.check-in', progress: 'button.progress', 'privacy-delete': 'button.forget', 'privacy-export': 'button.export',
  human: 'button.talk-to-person', reminders: 'button.reminders',
} as const;

const labelOf = (builtIn: string | null | undefined): (typeof builtInLabels)[keyof typeof builtInLabels] | undefined =>
  Object.entries(builtInLabels).find(([name]) => name === builtIn)?.[1];

function meantAnswered(turn: Turn, draft: Draft): boolean {
  if (turn.before.question?.about.kind !== 'meant') return false;
  const { act } = turn;
  const choice = act.kind === 'press' && act.press.kind === 'choose' ? act.press.choice : act.kind === 'word' && act.word === 'no' ? 'none' : null;
  if (choice === null) return false;
  draft.set({ question: null });
  if (choice === 'safety') askWhichDanger(turn, draft, draft.words('safety.what-about'));
  else draft.say(draft.words('none-of-these'), [open('menu', 'questions', draft.words('button.questions')), open('menu', 'exercises', draft.words('button.exercises')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
  return true;
}

/** Readings worth offering: the first, and others that are not far behind it. Deleting and exporting are never offered as a guess. */
function likely(reading: Reading): readonly string[] {
  const least = Math.max(0.08, reading.confidence / 5);
  return [reading.intent, ...reading.alternatives.filter((each) => each.confidence >= least && !each.intent.startsWith('chat.privacy')).map((each) => each.intent)];
}

/** Typed "more", "why", "how", "example", "shorter", "where is this from" stays with the topic. */
function staysWithTopic(turn: Turn, draft: Draft): boolean {
  const topic = liveTopic(turn);
  if (turn.act.kind !== 'word' || topic === null) return false;
  switch (turn.act.word) {
    case 'not-it': notMeant(turn, draft, topic.id); return true;
    case 'shorter': return giveShorter(turn, draft, topic.id);
    case 'source': return giveSource(turn, draft, topic.id);
    case 'more':
    case 'why':
    case 'how':
    case 'example': return giveMore(turn, draft, topic.id, topic.more);
    default: return false;
  }
}

/** Told, not asked, and no reading is likely: to be asked "did you mean" an answer is no reply to it. */
function onlyTold({ act, reading, know }: Turn): boolean {
  return act.kind === 'text' && reading !== null && !reading.question && reading.confidence < leastMeant && know.answers[reading.intent] !== undefined && act.text.trim().split(/\s+/u).length >= fewestTold;
}
const leastMeant = 0.3;
const fewestTold = 5;

/** "When you broke the trust" is no guess to make about somebody who has not said so. */
function accuses({ reading }: Turn, draft: Draft): boolean {
  return reading?.intent === 'topic.rebuild-as-betrayer' && reading.role !== 'hurt-someone' && draft.state.settings.role !== 'hurt-someone';
}

function read(turn: Turn, draft: Draft): boolean {
  const { reading, act } = turn;
  if (!reading || (act.kind !== 'text' && act.kind !== 'word' && act.kind !== 'command')) return false;
  if (reading.decision === 'answer') {
    roleHeard(turn, draft);
    if (giveAnswer(turn, draft, reading.intent)) return true;
    if (!turn.know.flows[reading.intent]) return false;
    begin(turn, draft, reading.intent);
    return true;
  }
  if (reading.decision !== 'choice' || onlyTold(turn)) return false;
  if (leads(reading) && !accuses(turn, draft)) {
    roleHeard(turn, draft);
    const instead = likely(reading).slice(1).flatMap((id) => unitChoice(turn, draft, id) ?? []);
    if (giveAnswer(turn, draft, reading.intent, { instead })) return true;
  }
  const ids = likely(reading).filter((id) => unitChoice(turn, draft, id) !== null).slice(0, 3);
  if (ids.length === 0) return false;
  draft.set({ misses: draft.state.misses + 1 });
  askMeant(turn, draft, draft.words(ids.length === 1 ? 'did-you-mean.one' : 'did-you-mean'), ids);
  return true;
}
