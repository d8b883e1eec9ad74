/**
 * `/weekly`: what the people who run a community can do. Every command and every press is allowed or refused by the rights
 * that came with it, never by who asked before. A refusal is answered privately and written down under a pseudonym.
 */
import type { CommandEvent, PressEvent } from '../event.ts';
import type { Found, Need } from '../effect.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Message } from '../message.ts';
import type { Pending, Plan, Schedule } from '../place-state.ts';
import type { Choice } from '../press.ts';
import { dayName } from '../weekday.ts';
import { nextOf, slotOn } from './calendar.ts';
import { phrase, type PlaceDraft } from './place-draft.ts';
import { blocks, previewOf, readPlan } from './plan.ts';
import { placeOf } from './prompt.ts';
import { resultsMessages, weeksAsked } from './results.ts';
import { armNext, closeOpen, post } from './slot.ts';
import { historyMessage, statusMessage } from './status.ts';
import { quietCard, whatToSay } from './words-to-say.ts';

export interface Moderating { readonly know: Knowledge; readonly found: Found; readonly draft: PlaceDraft }

const whichCommands = ['now', 'skip', 'pause', 'resume', 'stop'] as const;
type Which = (typeof whichCommands)[number];
const refusable: ReadonlySet<string> = new Set([...whichCommands, 'schedule', 'status', 'results', 'history', 'press', 'what-can-i-say']);
const schedulesAtMost = 10;
/** A question to a moderator stays open so long, in ms. */
const openFor = 24 * 3_600_000;
/** As much of the history as there is: the view takes the newest of each kind. */
const historyLines = 200;

export function neededFor(event: CommandEvent): readonly Need[] {
  const what = whatOf(event);
  if (event.moderator !== true) return [];
  if (what === 'results') return [{ kind: 'results', last: 26 * schedulesAtMost }];
  return what === 'history' ? [{ kind: 'audit', last: historyLines }] : [];
}

export function commanded(event: CommandEvent, with_: Moderating): void {
  const { know, draft, found } = with_;
  const reply = (...messages: readonly Message[]): void => draft.say({ to: 'here', cls: 'reply' }, ...messages);
  if (event.name === 'what-can-i-say') {
    if (event.moderator !== true && event.options['may'] !== 'messages') return refuse('what-can-i-say', event, know, draft);
    return reply(...whatToSay(know, draft, event));
  }
  const what = whatOf(event);
  if (event.moderator !== true) return refuse(what, event, know, draft);
  switch (what) {
    case 'schedule': return scheduleAsked(event, know, draft);
    case 'now': case 'skip': case 'pause': case 'resume': case 'stop': return which(what, event, know, draft);
    case 'status': return reply(statusMessage(know, draft.state, event.at));
    // What is told of people goes to the one who asked, also where the command was typed for all to see.
    case 'results': return privately(event, know, draft, resultsMessages(know, draft.state, found.results, weeksAsked(event)));
    case 'history': return privately(event, know, draft, [historyMessage(know, found.audit)]);
    default: return reply({ kind: 'text', text: phrase(know, onDiscord(event) ? 'weekly.help' : 'weekly.help-chat') });
  }
}

export function pressed(event: PressEvent, with_: Moderating): void {
  const { know, draft } = with_;
  const { press } = event;
  if (press.kind !== 'moderate') return;
  const pending = draft.state.pending.find((each) => each.of === press.of);
  const mayCard = pending?.about.kind === 'quiet-card' && event.may === 'messages';
  if (event.moderator !== true && !(mayCard && press.by === event.person)) return refuse('press', event, know, draft);
  if (!pending || press.by !== event.person || pending.by !== event.person || event.at - pending.at > openFor) {
    return draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text: phrase(know, 'weekly.stale') });
  }
  draft.set({ pending: draft.state.pending.filter((each) => each !== pending) });
  answered(pending, press.choice, event, know, draft);
}

function answered({ about }: Pending, choice: string, event: PressEvent, know: Knowledge, draft: PlaceDraft): void {
  const reply = (text: string): void => draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text });
  if (choice === 'no') return reply(phrase(know, 'weekly.left'));
  switch (about.kind) {
    case 'plan': return planConfirmed({ ...about.plan, thread: choice === 'thread' }, event, know, draft);
    case 'which': {
      const schedule = draft.state.schedules.find((each) => String(each.id) === choice);
      return schedule ? carryOut(about.command, schedule, event, know, draft) : reply(phrase(know, 'weekly.stale'));
    }
    case 'again': {
      const schedule = draft.state.schedules.find((each) => each.id === about.schedule);
      if (!schedule?.open) return reply(phrase(know, 'weekly.stale'));
      post(schedule, schedule.open.slot, event.at, know, draft, true);
      audit(draft, 'now', schedule);
      return reply(phrase(know, 'weekly.posted'));
    }
    case 'stop': {
      const schedule = draft.state.schedules.find((each) => each.id === about.schedule);
      return schedule ? stopped(schedule, know, draft) : reply(phrase(know, 'weekly.stale'));
    }
    case 'quiet-card':
      draft.say({ to: 'aloud', cls: 'reply' }, quietCard(know));
      audit(draft, 'quiet-card');
      return reply(phrase(know, 'weekly.card-posted'));
    default: return about satisfies never;
  }
}

function scheduleAsked(event: CommandEvent, know: Knowledge, draft: PlaceDraft): void {
  const reply = (message: Message): void => draft.say({ to: 'here', cls: 'reply' }, message);
  if (draft.state.schedules.length >= schedulesAtMost) return reply({ kind: 'text', text: phrase(know, 'weekly.too-many', { most: String(schedulesAtMost) }) });
  const wish = readPlan(event, know);
  if ('problems' in wish) return reply({ kind: 'text', text: [phrase(know, 'weekly.not-yet'), ...wish.problems.map((id) => `- ${phrase(know, id)}`), ...(onDiscord(event) ? [] : [phrase(know, 'weekly.example')])].join('\n') });
  const buttons = (of: number): Choice[] => [
    moderate(event, of, 'yes', phrase(know, 'button.weekly-confirm'), 'main'),
    ...(wish.plan.channel === null || wish.missing.includes('threads') ? [] : [moderate(event, of, 'thread', phrase(know, 'button.weekly-thread'))]),
    moderate(event, of, 'no', phrase(know, 'button.weekly-leave'), 'quiet'),
  ];
  const build = previewOf(know, wish, event.at, buttons);
  reply(blocks(wish.missing) ? build(0) : draft.ask(event.person, event.at, { kind: 'plan', plan: wish.plan }, build));
}

function planConfirmed(plan: Plan, event: PressEvent, know: Knowledge, draft: PlaceDraft): void {
  if (draft.state.schedules.length >= schedulesAtMost) return draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text: phrase(know, 'weekly.too-many', { most: String(schedulesAtMost) }) });
  const schedule: Schedule = { id: draft.state.last + 1, plan, keeper: event.person, posts: 0, skip: false, paused: null, open: null };
  draft.set({ last: schedule.id, schedules: [...draft.state.schedules, schedule] });
  armNext(schedule, event.at, draft);
  audit(draft, 'schedule', schedule);
  const where = placeOf(know, plan);
  draft.say({ to: 'here', cls: 'reply' }, {
    kind: 'text', text: phrase(know, 'weekly.set', { channel: where.text, next: '\uFFFC' }),
    inserts: [...where.inserts, { kind: 'time', at: nextOf(schedule, event.at).at, zone: plan.zone }],
  });
}

/** A command about one schedule: asks which, where there are several. */
function which(command: Which, event: CommandEvent, know: Knowledge, draft: PlaceDraft): void {
  const fitting = draft.state.schedules.filter((schedule) => (command === 'resume' ? schedule.paused !== null : command !== 'pause' || schedule.paused === null));
  const [only, another] = fitting;
  if (!only) return draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text: phrase(know, draft.state.schedules.length === 0 ? 'weekly.none' : command === 'resume' ? 'weekly.none-paused' : 'weekly.all-paused') });
  if (!another) return carryOut(command, only, event, know, draft);
  draft.say({ to: 'here', cls: 'reply' }, draft.ask(event.person, event.at, { kind: 'which', command }, (of) => ({
    kind: 'text', text: phrase(know, 'weekly.which'),
    choices: fitting.map((schedule) => moderate(event, of, String(schedule.id), labelOf(know, schedule))),
  })));
}

function carryOut(command: Which, schedule: Schedule, event: CommandEvent | PressEvent, know: Knowledge, draft: PlaceDraft): void {
  const reply = (text: string, inserts: Message['inserts'] = []): void => draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text, inserts });
  const next = (): Message['inserts'] => [{ kind: 'time', at: nextOf(schedule, event.at).at, zone: schedule.plan.zone }];
  switch (command) {
    case 'now': {
      // One week is open at a time: ending it by hand would choose the minutes that a result is about.
      if (schedule.open) {
        return draft.say({ to: 'here', cls: 'reply' }, draft.ask(event.person, event.at, { kind: 'again', schedule: schedule.id }, (of) => ({
          kind: 'text', text: phrase(know, 'weekly.there-already'),
          choices: [moderate(event, of, 'yes', phrase(know, 'button.weekly-again')), moderate(event, of, 'no', phrase(know, 'button.weekly-leave'), 'quiet')] })));
      }
      post(schedule, slotOn(schedule, event.at), event.at, know, draft);
      audit(draft, 'now', schedule);
      return reply(phrase(know, 'weekly.posted'));
    }
    case 'skip':
      draft.change(schedule.id, { skip: true });
      audit(draft, 'skip', schedule);
      return reply(phrase(know, 'weekly.skipped', { next: '\uFFFC' }), next());
    case 'pause':
      draft.change(schedule.id, { paused: { why: 'asked', at: event.at } });
      audit(draft, 'pause', schedule);
      return reply(phrase(know, 'weekly.paused'));
    case 'resume':
      draft.change(schedule.id, { paused: null });
      armNext(schedule, event.at, draft);
      audit(draft, 'resume', schedule);
      return reply(phrase(know, 'weekly.resumed', { next: '\uFFFC' }), next());
    case 'stop':
      return draft.say({ to: 'here', cls: 'reply' }, draft.ask(event.person, event.at, { kind: 'stop', schedule: schedule.id }, (of) => ({
        kind: 'text', text: phrase(know, 'weekly.stop-ask', { schedule: labelOf(know, schedule) }),
        choices: [moderate(event, of, 'yes', phrase(know, 'button.weekly-stop')), moderate(event, of, 'no', phrase(know, 'button.weekly-leave'), 'quiet')] })));
    default: return command satisfies never;
  }
}

function stopped(schedule: Schedule, know: Knowledge, draft: PlaceDraft): void {
  closeOpen(schedule, draft, true);
  for (const name of ['open', 'retry'] as const) draft.do({ kind: 'cancel', name: `weekly-${name}:${schedule.id}` });
  draft.set({ schedules: draft.state.schedules.filter((each) => each.id !== schedule.id) });
  audit(draft, 'stop', schedule);
  draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text: phrase(know, 'weekly.stopped') });
}

/**
 * Privately: in a group where all read along, to the private chat, where there is one.
 * Only what exists is written down: nobody can put words of their own into the history.
 */
function refuse(what: string, event: CommandEvent | PressEvent, know: Knowledge, draft: PlaceDraft): void {
  draft.do({ kind: 'audit', what: refusable.has(what) ? what : 'help', denied: true });
  draft.say({ to: onDiscord(event) ? 'here' : 'direct', cls: 'reply' }, { kind: 'text', text: phrase(know, 'weekly.not-yours') });
}

function audit(draft: PlaceDraft, what: string, schedule?: Schedule): void {
  draft.do({ kind: 'audit', what: schedule ? `${what} ${schedule.id} ${schedule.plan.day} ${schedule.plan.at} ${schedule.plan.zone}` : what, denied: false });
}

function privately(event: CommandEvent, know: Knowledge, draft: PlaceDraft, messages: readonly Message[]): void {
  draft.say({ to: onDiscord(event) ? 'here' : 'direct', cls: 'reply' }, ...messages);
  if (!onDiscord(event)) draft.say({ to: 'here', cls: 'reply' }, { kind: 'text', text: phrase(know, 'weekly.in-private') });
}

function moderate(event: CommandEvent | PressEvent, of: number, choice: string, label: string, style?: 'main' | 'quiet'): Choice {
  return { label, press: { kind: 'moderate', by: event.person, of, choice }, ...(style ? { style } : {}) };
}

function labelOf(know: Knowledge, schedule: Schedule): string {
  return `${schedule.id}: ${dayName(know, schedule.plan.day)} ${schedule.plan.at}, ${schedule.plan.zone}`;
}

const onDiscord = (event: CommandEvent | PressEvent): boolean => event.person.startsWith('discord:');

function whatOf(event: CommandEvent): string {
  return event.options['what'] ?? event.options['text']?.trim().split(/\s+/u)[0]?.toLowerCase() ?? 'help';
}
