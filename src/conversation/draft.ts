/**
 * The reply being written: the next state, the messages and the effects of one turn.
 * A draft lives only inside a pure `step`; nothing outside ever sees it change.
 */
import type { Effect, SayClass } from './effect.ts';
import type { Knowledge } from './knowledge.ts';
import type { Message } from './message.ts';
import { fill, type PhraseId, type PhraseVars } from './phrases.ts';
import { encodePress, type Choice, type OpenWhat } from './press.ts';
import type { Question, State } from './state.ts';

export interface Draft {
  /** The state as it stands now. */
  readonly state: State;
  set(patch: Partial<State>): void;
  /** The words of a phrase: the next variant, never the one said last. */
  words<K extends PhraseId>(id: K, ...vars: PhraseVars<K>): string;
  /** One more message. Choices made with `open` stay valid for ever. */
  say(text: string, choices?: readonly Choice[]): void;
  add(message: Message): void;
  /** Takes back what this turn has said so far. */
  unsay(): void;
  /** One more button under the last message. */
  addChoice(choice: Choice): void;
  /** Puts words in front of the first message. */
  prepend(text: string): void;
  /** Opens a question and adds the message that `build` makes for its number. One question a turn: a later one replaces it. */
  ask(about: Question['about'], expects: Question['expects'], build: (of: number) => Message): void;
  do(effect: Effect): void;
  /** Safety overtakes; a reminder is not answered again. The default is `reply`. */
  send(cls: SayClass, to: 'here' | 'direct'): void;
  /** `care`: no long texts are added. `farewell`: nothing is asked any more. */
  tone(tone: Tone): void;
  readonly mood: Tone;
  /** This turn forgets the person: nothing is added to the receipt. */
  readonly forgets: boolean;
  readonly messages: readonly Message[];
  /** What is done beside saying them. */
  readonly effects: readonly Effect[];
  /** Whether this turn opened a question. */
  readonly asked: boolean;
  /** `plain`: choices are also written out with their numbers, and nothing that was sent is edited. */
  readonly finish: (plain: boolean) => { readonly after: State; readonly effects: readonly Effect[] };
}

export type Tone = 'plain' | 'care' | 'farewell';

const saidKept = 12;

export function draftFrom(before: State, know: Knowledge): Draft {
  let state = before;
  let asked = false;
  let cls: SayClass = 'reply';
  let to: 'here' | 'direct' = 'here';
  let mood: Tone = 'plain';
  const messages: Message[] = [];
  const effects: Effect[] = [];
  const set = (patch: Partial<State>): void => { state = { ...state, ...patch }; };
  return {
    get state() { return state; },
    get messages() { return messages; },
    get effects() { return effects; },
    get mood() { return mood; },
    get forgets() { return effects.some((effect) => effect.kind === 'forget'); },
    tone(tone) { mood = tone; },
    get asked() { return asked; },
    set,
    words(id, ...vars) {
      const variants = know.phrases[id];
      const last = state.said[id];
      const next = last === undefined ? 0 : (last + 1) % variants.length;
      if (variants.length > 1) set({ said: remembered(state.said, id, next) });
      return fill(variants[next] ?? variants[0] ?? '', vars[0] ?? {});
    },
    say(text, choices) { messages.push(choices && choices.length > 0 ? { kind: 'text', text, choices } : { kind: 'text', text }); },
    add(message) { messages.push(message); },
    unsay() { messages.length = 0; },
    addChoice(choice) {
      const last = messages.pop();
      if (last) messages.push({ ...last, choices: [...(last.choices ?? []), choice] });
    },
    prepend(text) {
      const first = messages[0];
      if (first) messages[0] = { ...first, text: `${text}\n\n${first.text}` };
    },
    ask(about, expects, build) {
      const of = state.asked + 1;
      const message = build(of);
      set({ asked: of, question: { of, at: state.last, expects, about } });
      messages.push(message);
      asked = true;
    },
    do(effect) { effects.push(effect); },
    send(newCls, newTo) { cls = newCls; to = newTo; },
    finish(plain) {
      if (messages.length === 0) return { after: state, effects };
      const spoken = plain ? numbered(messages) : messages;
      const shown = messages.flatMap(buttonsOf).slice(0, 30).map((choice) => ({ label: choice.label, press: encodePress(choice.press) }));
      return { after: { ...state, shown }, effects: [{ kind: 'say', to, cls, messages: spoken }, ...(plain ? effects.filter((effect) => effect.kind !== 'mark') : effects)] };
    },
  };
}

/** A button that answers the question `of`. */
export function choose(of: number, choice: string, label: string, style?: 'main' | 'quiet'): Choice {
  return { label, press: { kind: 'choose', of, choice }, ...(style ? { style } : {}) };
}

/** A question that is answered in one's own words: a form where the platform has forms. */
export function typedAnswer(draft: Pick<Draft, 'words'>, of: number, text: string, choices: readonly Choice[] = []): Message {
  return { kind: 'form', of, title: draft.words('button.write'), max: 60, text, ...(choices.length > 0 ? { choices } : {}) };
}

/** A button that leads somewhere and stays valid for ever. */
export function open(what: OpenWhat, id: string, label: string, style?: 'main' | 'quiet'): Choice {
  return { label, press: { kind: 'open', what, id }, ...(style ? { style } : {}) };
}

function buttonsOf(message: Message): readonly Choice[] {
  if (message.kind !== 'pick') return message.choices ?? [];
  return [...message.options.map((option) => choose(message.of, option.id, option.label)), ...(message.choices ?? [])];
}

/** Every choice once more as a numbered line: its number can be typed. */
function numbered(messages: readonly Message[]): readonly Message[] {
  let number = 0;
  return messages.map((message) => {
    const lines = buttonsOf(message).map((choice) => `${(number += 1)}  ${choice.label}`);
    return lines.length === 0 ? message : { ...message, text: `${message.text}\n\n${lines.join('\n')}` };
  });
}

function remembered(said: State['said'], id: string, variant: number): State['said'] {
  const { [id]: _, ...others } = said;
  return Object.fromEntries([...Object.entries(others).slice(1 - saidKept), [id, variant]]);
}
