/** One's own weekly check-in: doing it, asking to be asked every week, and looking back at the weeks. */
import { findTime, findZone, nextWeekly } from '../clock.ts';
import { choose, open, typedAnswer, type Draft } from '../draft.ts';
import { chartOf, progressText } from '../progress.ts';
import { isQuiet } from '../locks.ts';
import type { Responder, Turn } from '../turn.ts';
import { goOn, start } from '../walk.ts';
import { fold, timeOfDayIn } from '../typed.ts';
import { wanted } from '../wanted.ts';
import { dayName, findDay } from '../weekday.ts';

/** The question set of the personal check-in. */
const personalSet = 'check-in.trust';
const later = 2 * 3_600_000;

export const checkIn: Responder = {
  name: 'check-in',
  needs(turn) {
    return wanted(turn, ['progress', 'picture']) ? [{ kind: 'records', of: 'all', last: 200 }] : [];
  },
  reply(turn, draft) {
    if (turn.act.kind === 'due') return cameDue(turn, draft);
    const about = turn.before.question?.about;
    if (about?.kind === 'plan' && planAnswered(turn, draft, about)) return true;
    if (about?.kind === 'reminder' && about.timer === 'check-in' && reminderAnswered(turn, draft)) return true;
    switch (wanted(turn, ['checkin', 'check-in', 'progress', 'picture', 'reminders'])) {
      case 'checkin':
      case 'check-in': startCheckIn(turn, draft); return true;
      case 'progress': sayProgress(turn, draft); return true;
      case 'picture': draft.add(chartOf(turn)); return true;
      case 'reminders': sayReminders(turn, draft); return true;
      default: return false;
    }
  },
};

function startCheckIn(turn: Turn, draft: Draft): void {
  const flow = turn.know.flows[personalSet];
  if (draft.state.running.some((running) => running.flow === personalSet)) goOn(turn, draft, personalSet);
  else if (flow) start(turn, draft, flow);
}

function sayProgress(turn: Turn, draft: Draft): void {
  const text = progressText(turn, draft);
  if (text === null) { draft.say(draft.words('progress.none'), [open('menu', 'check-in', draft.words('button.check-in')), open('menu', '', draft.words('button.menu'))]); return; }
  draft.say(text, [...(turn.before.settings.plain ? [] : [open('menu', 'picture', draft.words('button.picture'))]), open('menu', 'check-in', draft.words('button.check-in')), open('menu', '', draft.words('button.menu'))]);
  if (!turn.before.settings.plain) draft.say(draft.words('progress.picture-note'));
}

function sayReminders(turn: Turn, draft: Draft): void {
  if (turn.before.settings.checkIn === null) askOffer(draft);
  else stopReminders(draft);
}

function stopReminders(draft: Draft): void {
  draft.set({ settings: { ...draft.state.settings, checkIn: null }, question: null });
  draft.do({ kind: 'cancel', name: 'check-in' });
  draft.say(draft.words('plan.stopped'), [open('menu', '', draft.words('button.menu'))]);
}

function askOffer(draft: Draft): void {
  draft.ask({ kind: 'plan', what: 'offer', day: null, time: null }, 'choice', (of) => ({ kind: 'text', text: draft.words('plan.offer'), choices: [
    choose(of, 'yes', draft.words('button.plan-yes')), choose(of, 'no', draft.words('button.plan-no'))] }));
}

type Plan = Extract<NonNullable<Turn['before']['question']>['about'], { kind: 'plan' }>;

function planAnswered(turn: Turn, draft: Draft, plan: Plan): boolean {
  const { act } = turn;
  const choice = act.kind === 'press' && act.press.kind === 'choose' ? act.press.choice : act.kind === 'word' && (act.word === 'yes' || act.word === 'no') ? act.word : null;
  const text = act.kind === 'text' ? act.text : null;
  switch (plan.what) {
    case 'offer':
      if (choice === 'yes') { askDay(turn, draft); return true; }
      if (choice === null) return false;
      draft.set({ question: null });
      draft.say(draft.words('plan.none'), [open('menu', 'progress', draft.words('button.progress')), open('menu', '', draft.words('button.menu'))]);
      return true;
    case 'day': {
      const day = findDay(turn.know, choice ?? text ?? '');
      if (day === null) return false;
      askTime(draft, day);
      return true;
    }
    case 'time': {
      const time = choice !== null && choice !== 'yes' && choice !== 'no' ? findTime(choice) : text === null ? null : (findTime(text) ?? timeOfDayIn(fold(text), turn.know.words));
      if (time === null || plan.day === null) return unread(turn, draft, 'plan.time-unknown');
      if (turn.before.settings.zone === null) { askZone(draft, plan.day, time); return true; }
      planned(turn, draft, plan.day, time, turn.before.settings.zone);
      return true;
    }
    case 'zone': {
      const zone = text === null ? null : findZone(text);
      if (zone === null || plan.day === null || plan.time === null) return unread(turn, draft, 'settings.zone-unknown');
      planned(turn, draft, plan.day, plan.time, zone);
      return true;
    }
    default: return plan.what satisfies never;
  }
}

/** A text that is no answer to the question: asked again, unless it is surely about something else. */
function unread(turn: Turn, draft: Draft, phrase: 'plan.time-unknown' | 'settings.zone-unknown'): boolean {
  if (turn.act.kind !== 'text' || (turn.reading?.decision === 'answer' && turn.reading.question)) return false;
  draft.say(draft.words(phrase));
  return true;
}

function askDay(turn: Turn, draft: Draft): void {
  const days = turn.know.words.days;
  draft.ask({ kind: 'plan', what: 'day', day: null, time: null }, 'choice', (of) => ({ kind: 'text', text: draft.words('plan.day'),
    choices: days.slice(0, 7).map((_, index) => choose(of, String(index + 1), dayName(turn.know, index + 1))) }));
}

function askTime(draft: Draft, day: number): void {
  draft.ask({ kind: 'plan', what: 'time', day, time: null }, 'time', (of) => ({ kind: 'text', text: draft.words('plan.time'), choices: [
    choose(of, '09:00', '09:00'), choose(of, '13:00', '13:00'), choose(of, '19:00', '19:00'), choose(of, '21:00', '21:00')] }));
}

function askZone(draft: Draft, day: number, time: string): void {
  draft.ask({ kind: 'plan', what: 'zone', day, time }, 'text', (of) => typedAnswer(draft, of, draft.words('settings.zone-ask')));
}

function planned(turn: Turn, draft: Draft, day: number, time: string, zone: string): void {
  draft.set({ settings: { ...draft.state.settings, zone, checkIn: { day, at: time } }, question: null });
  draft.do({ kind: 'remind', name: 'check-in', at: nextWeekly(turn.at, zone, day, time) });
  draft.say(draft.words('plan.set', { day: dayName(turn.know, day), time, zone }), [open('menu', 'progress', draft.words('button.progress')), open('menu', '', draft.words('button.menu'))]);
}

/** The weekly question comes: nothing but "Is now a good time?" before yes, and no repeat when it stays unanswered. */
function cameDue(turn: Turn, draft: Draft): boolean {
  if (turn.act.kind !== 'due' || turn.act.name !== 'check-in') return false;
  const { checkIn: plan, zone } = turn.before.settings;
  if (plan && zone) draft.do({ kind: 'remind', name: 'check-in', at: nextWeekly(turn.at, zone, plan.day, plan.at) });
  if (!plan || isQuiet(draft.state, turn.at)) return true;
  draft.send('reminder', 'direct');
  draft.ask({ kind: 'reminder', timer: 'check-in' }, 'choice', (of) => ({ kind: 'text', text: draft.words('reminder.ask'), choices: [
    choose(of, 'yes', draft.words('button.yes')), choose(of, 'later', draft.words('button.later')), choose(of, 'stop', draft.words('button.stop-reminders'), 'quiet')] }));
  return true;
}

function reminderAnswered(turn: Turn, draft: Draft): boolean {
  const { act } = turn;
  const choice = act.kind === 'press' && act.press.kind === 'choose' ? act.press.choice : act.kind === 'word' ? act.word : null;
  if (choice === 'yes' || choice === 'go-on') { startCheckIn(turn, draft); return true; }
  if (choice === 'stop') { stopReminders(draft); return true; }
  if (choice !== 'later' && choice !== 'no' && choice !== 'pause') return false;
  draft.set({ question: null });
  draft.do({ kind: 'remind', name: 'check-in', at: turn.at + later });
  draft.say(draft.words('reminder.later'));
  return true;
}
