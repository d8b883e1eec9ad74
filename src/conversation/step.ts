/**
 * The conversation: a pure decision. Given where a person stands and what happened, it says where they stand next and
 * what is to be done. The order of the responders below is the order of importance; the first with a reply has the turn.
 */
import { actOf } from './act.ts';
import { askForDirect, withoutUnconfirmed } from './direct-messages.ts';
import { draftFrom, type Draft } from './draft.ts';
import type { Decide, Documents, Effect, Found } from './effect.ts';
import { personOf, type Event } from './event.ts';
import { freshState } from './fresh.ts';
import type { Library, Operator } from './knowledge.ts';
import { languageIn } from './language.ts';
import { encodePress } from './press.ts';
import { leaveWhereClosed } from './pairing.ts';
import type { Reading } from './reading.ts';
import { answer } from './responders/answer.ts';
import { body } from './responders/body.ts';
import { checkIn } from './responders/check-in.ts';
import { planClearing } from './clearing.ts';
import { clear } from './responders/clear.ts';
import { door } from './responders/door.ts';
import { askResume, controls } from './responders/controls.ts';
import { exercise } from './responders/exercise.ts';
import { fallback } from './responders/fallback.ts';
import { hide } from './responders/hide.ts';
import { kept } from './responders/kept.ts';
import { pair } from './responders/pair.ts';
import { path } from './responders/path.ts';
import { privacy } from './responders/privacy.ts';
import { promise } from './responders/promise.ts';
import { safety } from './responders/safety.ts';
import { unseen } from './responders/unseen.ts';
import { talk } from './responders/talk.ts';
import type { PlaceState } from './place-state.ts';
import { askReadAgain } from './safety-reply.ts';
import type { State } from './state.ts';
import type { Responder, Turn } from './turn.ts';
import { weekly } from './responders/weekly.ts';
import { communityEvent, communityNeeds, communityStep } from './weekly/community.ts';
import { disclosureLine, rest, sayFirstWords } from './welcome.ts';

const responders: readonly Responder[] = [safety, clear, door, privacy, hide, pair, controls, weekly, promise, path, checkIn, kept, body, unseen, exercise, talk, answer, fallback];

const nothingFound: Found = { records: [], slot: null, results: [], audit: [] };

export interface Facts {
  readonly event: Event;
  /** How the event's words were understood; null when it has none. */
  readonly reading: Reading | null;
  readonly library: Library;
  readonly operator: Operator;
}

export function converse(facts: Facts): Decide<State, PlaceState> {
  // The same document is looked at twice, for what must be read and for the decision.
  let seen: { readonly person: State | null; readonly turn: Turn | null } | undefined;
  const turnWith = (before: Documents<State, PlaceState>): Turn | null => {
    if (seen === undefined || seen.person !== before.person) seen = { person: before.person, turn: turnOf(facts, before, nothingFound) };
    return seen.turn;
  };
  return {
    needs(before) {
      const shared = communityEvent(facts.event, before.person);
      if (shared) return communityNeeds(shared, before.place);
      const turn = turnWith(before);
      return turn ? responders.flatMap((responder) => responder.needs?.(turn) ?? []) : [];
    },
    step(before, found) {
      const shared = communityEvent(facts.event, before.person);
      if (shared) return communityStep(shared, facts.library, before, found);
      const bare = turnWith(before);
      const turn = bare && { ...bare, found, place: found.place === undefined ? bare.place : typedPlace(found) };
      if (!turn) return { after: before, effects: [] };
      const { after, effects } = decided(turn);
      const forgets = effects.some((effect) => effect.kind === 'forget');
      return { after: { person: forgets ? null : after, place: before.place }, effects };
    },
  };
}

/** Only a turn of this conversation asks for a place, and the store upgraded it when it was loaded. */
function typedPlace(found: Found): PlaceState | null {
  return (found.place ?? null) as PlaceState | null;
}

function turnOf(facts: Facts, before: Documents<State, PlaceState>, found: Found): Turn | null {
  const { event, library } = facts;
  const isNew = before.person === null;
  if (personOf(event) === null || (isNew && !('person' in event)) || isOverheard(event)) return null;
  const state = before.person ?? freshState(event.at);
  const language = languageOf(facts, state);
  const know = library[language] ?? library.en;
  return { event, at: event.at, act: actOf(event, state, know), reading: facts.reading, know, library, operator: facts.operator, before: state, place: before.place, isNew, found };
}

/** Typed where others read along: nothing of a person is looked up or said there. */
function isOverheard(event: Event): boolean {
  return 'person' in event && event.place !== undefined && event.kind !== 'press' && event.here.kind !== 'discord-interaction';
}

/** The language that was chosen, else the one that is written in, else the one of the account. */
function languageOf({ event, reading, library }: Facts, state: State): string {
  const spoken = reading && Object.hasOwn(library, reading.language) ? reading.language : null;
  return state.settings.language ?? spoken ?? languageIn(library, 'locale' in event ? event.locale : 'en');
}

function decided(turn: Turn): { readonly after: State; readonly effects: readonly Effect[] } {
  const counts = 'person' in turn.event;
  const draft = draftFrom({ ...turn.before, turns: turn.before.turns + (counts ? 1 : 0), last: counts ? turn.at : turn.before.last, session: counts && turn.at - turn.before.last > rest ? turn.at : turn.before.session }, turn.know);
  languageHeard(turn, draft);
  pressTaken(turn, draft);
  const responder = responders.find((each) => each.reply(turn, draft));
  leaveWhereClosed(turn, draft);
  planClearing(turn, draft);
  uncover(turn, draft);
  askForDirect(turn, draft);
  if (draft.messages.length > 0 && !draft.state.hidden && counts && !draft.forgets) around(turn, draft, responder?.name ?? '');
  const numbers = 'here' in turn.event && turn.event.here.kind === 'terminal';
  return withoutUnconfirmed(turn, draft.finish(draft.state.settings.plain && !numbers));
}

/** Forgotten while the chat was hidden, by the operator or by time: whoever is new here gets the usual list of commands. */
function uncover(turn: Turn, draft: Draft): void {
  if (turn.isNew && 'here' in turn.event && turn.event.here.kind === 'telegram' && turn.event.place === undefined && !draft.state.hidden) draft.do({ kind: 'unhide' });
}

/** Somebody who writes in another language that the bot knows is answered in it from then on, and told so once. */
function languageHeard(turn: Turn, draft: Draft): void {
  if (turn.before.settings.language !== null || turn.know.language === 'en' || turn.reading?.language !== turn.know.language) return;
  draft.set({ settings: { ...draft.state.settings, language: turn.know.language } });
}

/** A valid press is taken: its buttons go, and the same press again is silent. */
function pressTaken(turn: Turn, draft: Draft): void {
  if (turn.act.kind === 'text' || turn.act.kind === 'word') draft.set({ taken: null });
  const opens = turn.act.kind === 'repeat' || (turn.act.kind === 'press' && turn.act.press.kind === 'open');
  if (!opens && 'person' in turn.event) draft.set({ opened: null });
  if (turn.act.kind !== 'press') return;
  const { press, label } = turn.act;
  if (press.kind === 'open') draft.set({ opened: { press: encodePress(press), at: turn.at } });
  if (press.kind !== 'choose') return;
  draft.set({ taken: { of: press.of, choice: press.choice } });
  if (turn.event.kind === 'press' && !turn.event.public && !turn.before.hidden) draft.do({ kind: 'mark', ref: turn.event.ref, chosen: isSecret(turn) ? null : (label ?? press.choice) });
}

function isSecret(turn: Turn): boolean {
  const about = turn.before.question?.about;
  if (about?.kind === 'pair') return about.what === 'day';
  return about?.kind === 'step' && turn.know.flows[about.flow]?.steps.find((step) => step.id === about.step)?.private === true;
}

/** Who asked something real at once hears the rest of the first words at the first pause, or at this turn at the latest. */
const firstWordsBy = 5;

/** After these, what was under way comes back: "Shall we go on?". */
const interrupting: ReadonlySet<string> = new Set(['privacy', 'promise', 'path', 'check-in', 'kept', 'unseen', 'talk', 'answer', 'fallback']);

/** What stands around every reply: what this is, what may be missing, and the way back to what was interrupted. */
function around(turn: Turn, draft: Draft, responder: string): void {
  const line = disclosureLine(turn, draft);
  const mention = draft.state.mention;
  const switched = turn.before.settings.language === null && draft.state.settings.language === turn.know.language && turn.know.language !== 'en';
  const before = [...(line ? [line] : []), ...(switched ? [draft.words('language.heard')] : []), ...(mention ? [draft.words(`mention.${mention}`)] : [])];
  if (before.length > 0) draft.prepend(before.join('\n\n'));
  if (line) draft.set({ told: turn.at });
  if (mention) draft.set({ mention: null });
  if (interrupting.has(responder) && draft.mood !== 'farewell' && !draft.asked) askReadAgain(turn, draft);
  if (interrupting.has(responder) && draft.mood !== 'farewell' && !draft.asked && turn.before.running.length > 0 && draft.state.running.length > 0) askResume(turn, draft);
  const calm = draft.state.running.length === 0 && (draft.state.safety === null || turn.at - draft.state.safety.at > rest);
  const pause = calm && (draft.mood === 'farewell' || responder === 'talk' || responder === 'controls' || draft.state.turns >= firstWordsBy);
  if (!draft.state.greeted && !turn.isNew && (!draft.asked || draft.mood === 'farewell') && draft.mood !== 'care' && !['safety', 'exercise', 'promise'].includes(responder) && pause) sayFirstWords(turn, draft);
}
