/**
 * Taking part in a community's week: privately, once, and reminded of the next one only on request.
 * What somebody chooses is kept for them alone; the community gets one more answer without a name.
 */
import { choose, open, type Draft } from '../draft.ts';
import { placeOf, placeOfSlot, type PlaceId } from '../event.ts';
import { isQuiet, quietFor } from '../locks.ts';
import type { Schedule } from '../place-state.ts';
import type { Responder, Turn } from '../turn.ts';
import { goOn, start } from '../walk.ts';
import { holdsOneOf } from '../typed.ts';
import { wanted } from '../wanted.ts';
import { nextOf } from '../weekly/calendar.ts';
import { remindChoice, remindPrefix } from '../weekly/remind-choice.ts';

const week = 7 * 24 * 3_600_000;
const later = 2 * 3_600_000;
/** The reminder comes a little after the post, in ms: it is there when the person looks. */
const afterPost = 10 * 60_000;

export const weekly: Responder = {
  name: 'weekly',
  needs(turn) {
    const found = joined(turn);
    if (found) return [{ kind: 'slot', slot: found.slot }];
    const place = wantedPlace(turn);
    return place !== null && placeOf(turn.event) !== place ? [{ kind: 'place', id: place }] : [];
  },
  reply(turn, draft) {
    const { act } = turn;
    if (act.kind === 'press' && act.press.kind === 'join') { join(turn, draft); return true; }
    if (act.kind === 'press' && act.press.kind === 'open' && act.press.what === 'menu' && act.press.id.startsWith(remindPrefix)) {
      remind(turn, draft, act.press.id.slice(remindPrefix.length));
      return true;
    }
    if (act.kind === 'due' && act.name.startsWith('community:')) return cameDue(turn, draft, act.name.slice('community:'.length));
    const about = turn.before.question?.about;
    if (about?.kind === 'reminder' && about.timer.startsWith('community:')) return reminderAnswered(turn, draft, about.timer);
    if (asksForGroup(turn)) { draft.say(draft.words('weekly.how'), [open('menu', 'check-in', draft.words('button.check-in')), open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]); return true; }
    if (wanted(turn, ['weekly']) === null) return false;
    draft.say(draft.words('weekly.only-groups'), [open('menu', 'check-in', draft.words('button.check-in')), open('menu', '', draft.words('button.menu'))]);
    return true;
  },
};

/** "How do I set up the check-in for my group?" is asked by somebody who runs one, not about their own week. */
function asksForGroup({ act, reading, know }: Turn): boolean {
  if (act.kind !== 'text' || reading?.question !== true || reading.decision === 'none' || !holdsOneOf(act.text, know.words['of-a-group'])) return false;
  return reading.intent === 'topic.check-ins' || ['check-in', 'reminders'].includes(know.intents[reading.intent]?.builtIn ?? '');
}

interface Joined { readonly schedule: Schedule; readonly slot: string }

/** The open week that a press asks for: by name, or `now` for the one that is open. Null when it is closed. */
function joined(turn: Turn): Joined | null {
  const place = wantedPlace(turn);
  if (place === null || turn.act.kind !== 'press' || turn.act.press.kind !== 'join') return null;
  // The week of another community than the one the event comes from: only once that one's document was read.
  if (placeOf(turn.event) !== place && turn.found.place === undefined) return null;
  const { slot } = turn.act.press;
  const name = slot.slice(slot.lastIndexOf('/') + 1);
  const schedule = turn.place?.schedules.find((each) => each.open !== null && (name === 'now' || each.open.slot === name));
  return schedule?.open ? { schedule, slot: `${place}/${schedule.open.slot}` } : null;
}

function wantedPlace({ act, event }: Turn): PlaceId | null {
  return act.kind === 'press' && act.press.kind === 'join' ? (placeOfSlot(act.press.slot) ?? placeOf(event)) : null;
}

function join(turn: Turn, draft: Draft): void {
  const found = joined(turn);
  const flow = found && turn.know.flows[`check-in.${found.schedule.plan.set}`];
  if (!found || !flow) {
    draft.say(draft.words('weekly.closed'), [open('menu', 'check-in', draft.words('button.check-in')), open('menu', '', draft.words('button.menu'))]);
    return;
  }
  if (turn.found.slot?.mine) {
    draft.say(draft.words('weekly.mine'), [...remindChoice(draft, found.slot), open('menu', '', draft.words('button.menu'))]);
    return;
  }
  const same = draft.state.running.some((running) => running.flow === flow.id && running.slot === found.slot);
  if (same) { goOn(turn, draft, flow.id); return; }
  draft.say(draft.words('weekly.begin'));
  start(turn, draft, flow, found.slot);
}

function remind(turn: Turn, draft: Draft, place: string): void {
  const schedule = placeOf(turn.event) === place ? turn.place?.schedules.find((each) => each.open !== null) ?? turn.place?.schedules[0] : undefined;
  draft.do({ kind: 'remind', name: `community:${place}`, at: schedule ? nextOf(schedule, turn.at).at + afterPost : turn.at + week });
  draft.say(draft.words('weekly.remind-set'), [open('menu', '', draft.words('button.menu'))]);
}

/** Nothing but "Is now a good time?" before yes; asked once, again only when the person takes part and asks for it. */
function cameDue(turn: Turn, draft: Draft, place: string): boolean {
  if (isQuiet(draft.state, turn.at)) {
    draft.do({ kind: 'remind', name: `community:${place}`, at: turn.at + quietFor });
    return true;
  }
  draft.send('reminder', 'direct');
  draft.ask({ kind: 'reminder', timer: `community:${place}` }, 'choice', (of) => ({ kind: 'text', text: draft.words('reminder.ask'), choices: [
    { label: draft.words('button.yes'), press: { kind: 'join', slot: `${place}/now` } },
    choose(of, 'later', draft.words('button.later')), choose(of, 'stop', draft.words('button.stop-reminders'), 'quiet')] }));
  return true;
}

function reminderAnswered(turn: Turn, draft: Draft, timer: string): boolean {
  const { act } = turn;
  const choice = act.kind === 'press' && act.press.kind === 'choose' ? act.press.choice : act.kind === 'word' ? act.word : null;
  if (choice !== 'later' && choice !== 'stop' && choice !== 'no' && choice !== 'pause') return false;
  draft.set({ question: null });
  if (choice === 'stop' || choice === 'no') {
    draft.say(draft.words('plan.stopped'), [open('menu', '', draft.words('button.menu'))]);
    return true;
  }
  draft.do({ kind: 'remind', name: timer as `community:${string}`, at: turn.at + later });
  draft.say(draft.words('reminder.later'));
  return true;
}
