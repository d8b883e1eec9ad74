/**
 * What the person did, once the shown buttons, the open question and the control words are taken into account:
 * every button can be pressed, or typed as its label, its number or "the second".
 */
import type { Event, Route, UnreadableEvent, DueEvent, TroubleEvent } from './event.ts';
import type { Knowledge } from './knowledge.ts';
import { controlIds, type ControlId } from './phrases.ts';
import { decodePress, encodePress, type Press } from './press.ts';
import type { Question, State } from './state.ts';
import { fold, numberIn, ordinalIn } from './typed.ts';

export type Act =
  | { readonly kind: 'text'; readonly text: string }
  /** The whole message is one of the words for a control. */
  | { readonly kind: 'word'; readonly word: ControlId; readonly text: string }
  /** A press that is valid now. `label`: as it was shown, where known. */
  | { readonly kind: 'press'; readonly press: Press; readonly label: string | null }
  /** A press that is not valid any more: `repeat` must stay silent, `stale` gets a polite word. */
  | { readonly kind: 'repeat' | 'stale' }
  | { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'unreadable'; readonly what: UnreadableEvent['what'] }
  /** An edited message: only its safety matters. */
  | { readonly kind: 'edit' }
  | { readonly kind: 'due'; readonly name: DueEvent['name']; readonly due: number }
  | { readonly kind: 'trouble'; readonly what: TroubleEvent['what'] };

/** "Bullshit. You're a stupid bot." is one word said in two sentences. */
function saidAgain(text: string, know: Knowledge): ControlId | undefined {
  const sentences = text.split(/[.!?\n]+/u).map(fold).filter((sentence) => sentence !== '');
  return sentences.length < 2 ? undefined : controlIds.find((id) => sentences.every((sentence) => know.words[id].includes(sentence)));
}

/** The same `open` press twice within this many ms is one press. */
const doublePress = 10_000;

export function actOf(event: Event, state: State, know: Knowledge): Act {
  switch (event.kind) {
    case 'press': return pressed(event.press, state, event.at);
    case 'text': return event.via === 'edit' ? { kind: 'edit' } : typed(event.text, event.via === 'form' ? (event.of ?? null) : null, state, know, isNumbered(event.here, state));
    case 'command': return commanded(event.name, event.options, state, know, isNumbered(event.here, state));
    case 'unreadable': return { kind: 'unreadable', what: event.what };
    case 'due': return { kind: 'due', name: event.name, due: event.due };
    case 'trouble': return { kind: 'trouble', what: event.what };
    default: return event satisfies never;
  }
}

/** `/ask 7` is what was asked for, as if it had been typed: in a server there is no other way to type it. `/privacy export` is `/export`. */
function commanded(name: string, options: Readonly<Record<string, string>>, state: State, know: Knowledge, numbered: boolean): Act {
  const words = name === 'ask' ? (options['question'] ?? options['text'] ?? '') : '';
  if (fold(words) !== '') return typed(words, null, state, know, numbered);
  return { kind: 'command', name: name === 'privacy' ? (options['what'] ?? name) : name, options };
}

function pressed(press: Press, state: State, at: number): Act {
  const wire = encodePress(press);
  const label = state.shown.find((shown) => shown.press === wire)?.label ?? null;
  if (press.kind === 'open') {
    const double = state.opened !== null && state.opened.press === wire && at - state.opened.at < doublePress;
    return double ? { kind: 'repeat' } : { kind: 'press', press, label };
  }
  if (press.kind === 'join') return { kind: 'press', press, label };
  if (press.kind !== 'choose') return { kind: 'stale' };
  if (state.question?.of === press.of) return { kind: 'press', press, label };
  return state.taken?.of === press.of && state.taken.choice === press.choice ? { kind: 'repeat' } : { kind: 'stale' };
}

function typed(text: string, formOf: number | null, state: State, know: Knowledge, numbered: boolean): Act {
  if (formOf !== null && state.question?.of !== formOf) return { kind: 'stale' };
  const folded = fold(text);
  if (folded.length === 0 || folded.length > 80) return { kind: 'text', text };
  const question = state.question;
  const number = /^\s*[-−]/u.test(text) ? null : numberIn(folded, know.words);
  if (question?.expects === 'scale' && number !== null) {
    return { kind: 'press', press: { kind: 'choose', of: question.of, choice: String(number) }, label: null };
  }
  const counted = number !== null && question?.about.kind === 'step' && !numbered ? counting(number, state, know) : undefined;
  const shown = counted ?? state.shown.find((button) => fold(button.label) === folded) ?? state.shown[(ordinalIn(folded, know.words) ?? 0) - 1];
  const press = shown ? decodePress(shown.press) : null;
  if (shown && press) return { kind: 'press', press, label: shown.label };
  const word = controlIds.find((id) => know.words[id].includes(folded)) ?? saidAgain(text, know);
  if (word) return { kind: 'word', word, text };
  const page = question?.expects === 'text' ? null : pageNamed(folded, know);
  if (page) return { kind: 'press', press: page, label: text };
  const begun = question && (question.expects !== 'text' || question.about.kind === 'safety') ? begins(folded, question, state) : null;
  return begun ?? { kind: 'text', text };
}

/** The buttons stand there with their numbers. */
const isNumbered = (here: Route, state: State): boolean => here.kind === 'terminal' || state.settings.plain;

/** Asked for five things, "5" is "I found five things" and not the fifth button, which may be "Stop". */
function counting(number: number, state: State, know: Knowledge): State['shown'][number] | undefined {
  const names = [String(number), know.words.numbers[number]];
  const fitting = state.shown.filter(({ label, press }) => press.startsWith('c|') && fold(label).split(' ').some((word) => names.includes(word)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A page of the menu by the label of its button, though the button is not on the screen: "settings", "what I kept". */
function pageNamed(folded: string, know: Knowledge): Press | null {
  const page = pages.find(({ label }) => know.phrases[label].some((text) => fold(text) === folded));
  return page ? { kind: 'open', what: 'menu', id: page.id } : null;
}
const pages = [
  { id: 'questions', label: 'button.questions' }, { id: 'exercises', label: 'button.exercises' }, { id: 'paths', label: 'button.paths' }, { id: 'check-in', label: 'button.check-in' },
  { id: 'progress', label: 'button.progress' }, { id: 'kept', label: 'button.kept-things' }, { id: 'privacy', label: 'button.privacy' }, { id: 'settings', label: 'button.settings' },
  { id: 'reminders', label: 'button.reminders' }, { id: 'export', label: 'button.export' },
] as const;

/**
 * The first words of exactly one choice, when a choice is awaited: "they listen" for "They listen to me".
 * Asked which danger it is, one word of it is enough: "afraid".
 */
function begins(folded: string, question: Question, state: State): Act | null {
  if (folded.length < 4) return null;
  const anywhere = question.about.kind === 'which-danger';
  const fitting = state.shown.filter((button) => {
    const label = ` ${fold(button.label)} `;
    return button.press.startsWith('c|') && (anywhere ? label.includes(` ${folded} `) : label.startsWith(` ${folded} `));
  });
  const press = fitting.length === 1 ? decodePress(fitting[0]?.press ?? '') : null;
  return press ? { kind: 'press', press, label: fitting[0]?.label ?? null } : null;
}
