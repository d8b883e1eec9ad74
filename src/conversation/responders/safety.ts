/**
 * Safety has the first word in every state and at every step: whatever was typed is answered here before anything else
 * is done with it. An exercise under way is paused, not lost.
 */
import { barrierNamed } from '../barriers.ts';
import { directSafetyReply } from '../direct.ts';
import { choose, open, typedAnswer, type Draft } from '../draft.ts';
import { leads } from '../leads.ts';
import type { LineKind, SafetyReply } from '../knowledge.ts';
import { countryName, countryOf, findCountry, linesText } from '../lines.ts';
import type { SafetyKind, SafetyReading } from '../reading.ts';
import { askReading, askStage, beginSafety, close, falseAlarmChoice, keepLines, linesFor, nextStage, sayBody, type Stage } from '../safety-reply.ts';
import type { Responder, Turn } from '../turn.ts';
import { wantsToHide } from './hide.ts';
import { goOn } from '../walk.ts';
import { isEntry, isSmallTalk } from '../wanted.ts';

export const safety: Responder = {
  name: 'safety',
  reply(turn, draft) {
    const found = turn.reading?.safety;
    if (found && turn.before.hidden) {
      draft.send('safety', 'here');
      for (const message of directSafetyReply(found, turn.know, turn.before.settings.country)) draft.add(message);
      return true;
    }
    if (found && !isOwnPlan(turn, found.kind) && !isToldAlready(turn, found)) { beginSafety(turn, draft, inLightOf(turn, found)); return true; }
    if (turn.before.hidden || wantsToHide(turn)) return false;
    return stageAnswered(turn, draft) || dangerChosen(turn, draft) || helpWanted(turn, draft) || falseAlarm(turn, draft);
  },
};

/** "When I want to check the phone, then ..." is somebody's plan against it, not a request for help with it. */
function isOwnPlan(turn: Turn, kind: SafetyKind): boolean {
  return kind === 'safety.spying' && isEntry(turn);
}

/** How long a disclosure colours what is unclear after it, in ms. */
const afterDisclosure = 2 * 3_600_000;

/** Told about violence, somebody goes on about it in softer words, without a question: the reply that is open goes on, and no milder one begins. */
function isToldAlready({ before, reading, at }: Turn, found: SafetyReading): boolean {
  const answered = before.question?.about.kind === 'safety' && before.safety?.kind === 'crisis.partner-abuse' && at - before.safety.at < afterDisclosure;
  return answered && found.tier === 'soft' && found.kind === 'safety.is-this-abuse' && reading?.question !== true;
}

/** What could be a crisis is one when thoughts of dying were told shortly before. */
function inLightOf(turn: Turn, found: SafetyReading): SafetyReading {
  const { safety: before } = turn.before;
  const recent = before?.kind === 'crisis.self-harm' && turn.at - before.at < afterDisclosure;
  return recent && found.kind === 'safety.unsure' && found.when !== 'recovered' ? { ...found, kind: 'crisis.self-harm', tier: 'hard' } : found;
}

/** Lines first, then "what is it about": for "I need help now", "help" and "It is about my safety". */
export function askWhichDanger(turn: Turn, draft: Draft, text: string): void {
  draft.send('safety', 'here');
  draft.say(linesText(turn.know, countryOf(turn.know, draft.state.settings.country), ['emergency', 'directory']));
  draft.ask({ kind: 'which-danger' }, 'choice', (of) => ({ kind: 'text', text, choices: [
    choose(of, 'now', draft.words('button.danger-now')), choose(of, 'dying', draft.words('button.thoughts-of-dying')),
    choose(of, 'afraid', draft.words('button.afraid')), choose(of, 'other', draft.words('button.something-else'))] }));
}

const dangers: Readonly<Record<string, SafetyKind>> = { now: 'crisis.immediate-danger', dying: 'crisis.self-harm', afraid: 'crisis.partner-abuse' };

function dangerChosen(turn: Turn, draft: Draft): boolean {
  if (turn.before.question?.about.kind !== 'which-danger' || turn.act.kind !== 'press' || turn.act.press.kind !== 'choose') return false;
  const kind = dangers[turn.act.press.choice];
  if (kind) beginSafety(turn, draft, { tier: 'hard', kind, who: 'self', when: turn.act.press.choice === 'now' ? 'now' : 'unclear' });
  else { draft.set({ question: null }); draft.say(draft.words('safety.something-else'), [open('lines', '', draft.words('button.lines')), open('menu', '', draft.words('button.menu'))]); }
  return true;
}

function helpWanted(turn: Turn, draft: Draft): boolean {
  const { act } = turn;
  if (act.kind === 'press' && act.press.kind === 'open' && act.press.what === 'lines') {
    if (keepLines(turn, draft, act.press.id)) return true;
    if (act.press.id === 'now') askWhichDanger(turn, draft, draft.words('safety.what-about'));
    else sayLines(turn, draft);
    return true;
  }
  if (act.kind !== 'command' || act.name !== 'support') return false;
  const typed = [act.options['country'], act.options['text']].find((each) => each !== undefined && each.trim() !== '');
  const country = typed === undefined ? null : (findCountry(turn.know, typed) ?? findCountry(turn.know, typed.split(/\s+/u)[0] ?? ''));
  if (country) draft.set({ settings: { ...draft.state.settings, country: country.code } });
  sayLines(turn, draft, lineKinds.find((kind) => kind === act.options['kind']));
  return true;
}

const lineKinds: readonly LineKind[] = ['emergency', 'suicide', 'abuse', 'sexual-assault', 'child', 'own-behaviour', 'men', 'lgbt', 'directory'];

/** All kinds of lines for the person's country, or for a country still to be named; of one kind, where it was asked for. */
export function sayLines(turn: Turn, draft: Draft, kind?: LineKind): void {
  const country = countryOf(turn.know, draft.state.settings.country);
  draft.say(linesText(turn.know, country, kind === undefined ? ['emergency', 'suicide', 'abuse', 'sexual-assault', 'child', 'directory'] : ['emergency', kind, 'directory']));
  draft.say(country ? draft.words('lines.for', { country: countryName(turn.know, country) }) : draft.words('lines.unknown-country'), [
    open('lines', 'now', draft.words('button.help-now'), 'main'), open('menu', 'country', draft.words('button.choose-country')), open('menu', '', draft.words('button.menu'))]);
}

function stageAnswered(turn: Turn, draft: Draft): boolean {
  const about = turn.before.question?.about;
  const reply = about?.kind === 'safety' ? turn.know.safety.find((each) => each.id === turn.before.safety?.reply) : undefined;
  if (about?.kind !== 'safety' || !reply) return false;
  const { act } = turn;
  if (act.kind === 'press' && act.press.kind === 'choose') { stageChosen(turn, draft, reply, about.stage, act.press.choice); return true; }
  if (act.kind === 'word' && asksYesOrNo.has(about.stage) && (act.word === 'yes' || act.word === 'no' || act.word === 'unsure')) {
    // Not sure whether it is safe to read means no.
    stageChosen(turn, draft, reply, about.stage, about.stage.startsWith('read') && act.word === 'unsure' ? 'no' : act.word);
    return true;
  }
  if (about.stage === 'covered' && act.kind === 'word' && (act.word === 'help' || act.word === 'yes' || act.word === 'go-on')) { stageChosen(turn, draft, reply, 'read', 'yes'); return true; }
  if (act.kind !== 'text' && !(act.kind === 'word' && about.stage !== 'barrier' && !leaving.has(act.word))) return false;
  // Twice is enough: who means something else is answered, and help stays one press away.
  if (about.stage === 'plain-again' && (act.kind === 'word' || turn.reading?.decision === 'answer')) return false;
  if (about.stage === 'read-again' && isSoft(reply)) return false;
  if (countryNamed(turn, draft, reply, about.stage) || barrierSaid(turn, draft, reply, about.stage)) return true;
  if (about.stage !== 'plain' && about.stage !== 'covered' && (hasAnswer(turn, about.stage) || isSmallTalk(turn))) return false;
  draft.send('safety', 'here');
  heard(turn, draft, reply, about.stage);
  return true;
}

/** A country is one at every stage; where something else was asked, the lines are shown and the question stays. */
function countryNamed(turn: Turn, draft: Draft, reply: SafetyReply, stage: Stage): boolean {
  if (turn.act.kind !== 'text' || stage === 'plain' || stage === 'plain-again' || stage === 'covered') return false;
  const asked = stage === 'country' || stage === 'country-name';
  const country = asked || turn.act.text.trim().length >= shortestName ? findCountry(turn.know, turn.act.text) : null;
  if (!country) return false;
  if (asked) { stageChosen(turn, draft, reply, 'country', country.code); return true; }
  draft.send('safety', 'here');
  draft.set({ settings: { ...draft.state.settings, country: country.code } });
  draft.say(linesText(turn.know, country, linesFor(draft, reply)));
  askStage(turn, draft, reply, stage);
  return true;
}

/** Unasked, "it" and "no" are words and no codes of countries. */
const shortestName = 4;

/** What stands in the way, said in one's own words: asked for it, or before it was said whether reading on is safe. */
function barrierSaid(turn: Turn, draft: Draft, reply: SafetyReply, stage: Stage): boolean {
  if (turn.act.kind !== 'text' || (stage !== 'barrier' && stage !== 'read' && stage !== 'read-again')) return false;
  const barrier = barrierNamed(turn.act.text, turn.know, reply);
  if (barrier === null) return false;
  if (stage === 'barrier') { stageChosen(turn, draft, reply, stage, `b${barrier}`); return true; }
  draft.send('safety', 'here');
  draft.say(reply.barrier?.choices[barrier]?.reply ?? draft.words('safety.heard'));
  askStage(turn, draft, reply, 'read-again');
  return true;
}

/** A question that has an answer gets it. Whoever goes on telling instead of saying whether reading is safe is read as everybody is. */
function hasAnswer({ reading, know }: Turn, stage: Stage): boolean {
  if (reading === null || reading.decision === 'none') return false;
  if (reading.decision === 'answer' && ((stage === 'read-again' && (know.answers[reading.intent] !== undefined || know.flows[reading.intent] !== undefined)) || calming.has(reading.intent))) return true;
  return reading.question && (reading.decision === 'answer' || leads(reading));
}

/** Panic does not wait for the question that is open. */
const calming: ReadonlySet<string> = new Set(['exercise.grounding', 'exercise.breathing']);

/** Other words than the ones asked for: they are heard, and the question stays. Asked about dying, anything unclear is taken seriously. */
function heard(turn: Turn, draft: Draft, reply: SafetyReply, stage: Stage): void {
  switch (stage) {
    case 'plain':
    case 'plain-again':
      if (turn.reading?.question) { draft.say(draft.words('safety.first')); askStage(turn, draft, reply, 'plain-again'); }
      else if (stage === 'plain' && (turn.act.kind === 'word' || turn.reading?.decision === 'answer')) { draft.say(draft.words('safety.heard')); askStage(turn, draft, reply, 'plain-again'); }
      else stageChosen(turn, draft, reply, stage, 'unsure');
      return;
    case 'covered': draft.say(draft.words('safety.quiet')); askStage(turn, draft, reply, stage); return;
    case 'country':
    case 'country-name':
      if (namesSomething(turn)) { draft.say(draft.words('safety.country-unknown')); askStage(turn, draft, reply, stage); return; }
      draft.say(draft.words('safety.heard'));
      nextStage(turn, draft, reply, 'country-name');
      return;
    case 'barrier': draft.say(draft.words('safety.heard')); close(turn, draft, reply); return;
    case 'read': draft.say(draft.words('safety.heard-read')); askStage(turn, draft, reply, 'read-again'); return;
    case 'read-again': askReading(draft, reply, [draft.words('safety.heard-again'), reply.safeToRead?.ask ?? ''].join('\n\n')); return;
    case 'about-now': draft.say(draft.words('safety.heard')); askStage(turn, draft, reply, stage); return;
    default: stage satisfies never;
  }
}

const asksYesOrNo: ReadonlySet<Stage> = new Set(['plain', 'plain-again', 'read', 'read-again']);

/** The conversation goes on after a soft kind; a crisis is not talked past. */
const isSoft = (reply: SafetyReply): boolean => reply.kind.startsWith('safety.');

/** A name that may be a country's; whoever goes on telling is not asked for one again and again. */
function namesSomething(turn: Turn): boolean {
  return turn.act.kind === 'text' && turn.act.text.trim().split(/\s+/u).length <= 3 && turn.reading?.decision === 'none' && !turn.reading.question;
}

/** Words that leave a safety question: to the menu, to help, to the cover. */
const leaving: ReadonlySet<string> = new Set(['menu', 'help', 'hide', 'stop', 'not-it']);

function stageChosen(turn: Turn, draft: Draft, reply: SafetyReply, stage: Stage, choice: string): void {
  draft.send('safety', 'here');
  switch (stage) {
    case 'plain':
    case 'plain-again':
      if (choice === 'no') { sayBody(turn, draft, reply, [draft.words('safety.worn-out')], false); nextStage(turn, draft, reply, 'plain-again'); }
      else beginSafety(turn, draft, { tier: 'hard', kind: reply.plain?.yes ?? 'crisis.self-harm', who: 'self', when: 'unclear' });
      return;
    case 'read':
    case 'read-again':
      if (choice === 'no') { draft.say(draft.words(`cover.${turn.operator.cover}`)); askStage(turn, draft, reply, 'covered'); return; }
      sayBody(turn, draft, reply, [draft.words('safety.read-on')], false);
      nextStage(turn, draft, reply, 'read-again');
      return;
    case 'covered':
      if (choice === 'yes') stageChosen(turn, draft, reply, 'read', 'yes');
      else draft.say(draft.words('safety.quiet'));
      return;
    case 'country':
    case 'country-name': {
      if (choice === 'another') { nextStageNamed(turn, draft, reply); return; }
      const country = countryOf(turn.know, choice);
      if (country) {
        draft.set({ settings: { ...draft.state.settings, country: country.code } });
        draft.say(linesText(turn.know, country, linesFor(draft, reply)));
      }
      nextStage(turn, draft, reply, 'country-name');
      return;
    }
    case 'about-now':
      if (choice === 'other-past') draft.set({ locks: { ...draft.state.locks, abuse: null } });
      draft.say(draft.words(choice === 'other-past' ? 'safety.unlocked' : 'safety.noted'));
      nextStage(turn, draft, reply, 'about-now');
      return;
    case 'barrier':
      draft.say(reply.barrier?.choices[Number(choice.slice(1))]?.reply ?? draft.words('safety.heard'));
      close(turn, draft, reply);
      return;
    default: stage satisfies never;
  }
}

function nextStageNamed(_turn: Turn, draft: Draft, reply: SafetyReply): void {
  draft.ask({ kind: 'safety', stage: 'country-name' }, 'text', (of) =>
    typedAnswer(draft, of, draft.words('safety.country-name'), [choose(of, 'skip', draft.words('button.rather-not')), falseAlarmChoice(draft, reply)]));
}

/** After this long a lock is taken back in the settings only, in ms. */
const takenBackWithin = 24 * 3_600_000;

/** "That is not what I meant": takes back what this message set, thanks, and goes back to the exact step. */
function falseAlarm(turn: Turn, draft: Draft): boolean {
  const { act } = turn;
  const current = draft.state.safety;
  const pressed = act.kind === 'press' && act.press.kind === 'open' && act.press.what === 'false-alarm' ? act.press.id : null;
  const typed = act.kind === 'word' && act.word === 'not-it' && turn.before.question?.about.kind === 'safety' ? (current?.reply ?? null) : null;
  if (pressed === null && typed === null) return false;
  if (current?.reply === (pressed ?? typed) && turn.at - current.at < takenBackWithin) {
    const { abuse, crisis, harm, minor } = draft.state.locks;
    const wasSet = (lock: (typeof current.set)[number]): boolean => current.set.includes(lock);
    draft.set({
      locks: { abuse: wasSet('abuse') ? null : abuse, crisis: wasSet('crisis') ? null : crisis, harm: wasSet('harm') ? null : harm, minor: minor && !wasSet('minor') },
      safety: null, question: null,
    });
  }
  draft.say(draft.words('safety.false-alarm'));
  const running = draft.state.running.at(-1);
  if (running) goOn(turn, draft, running.flow);
  else draft.say(draft.words('menu.what-now'), [open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
  return true;
}
