/**
 * A message as Bot API calls, as data. Pure. Text is sent without a parse mode, so nothing in it can become markup.
 * What Telegram lacks becomes the nearest honest thing: a form is a question whose answer is typed.
 * Limits: https://core.telegram.org/bots/api#sendmessage, #sendphoto, #inlinekeyboardbutton.
 */
import type { Message } from '../../conversation/message.ts';
import { encodePress, maxPressBytes, type Choice } from '../../conversation/press.ts';
import { withInserts, oneLine, plain, split } from '../plain-text.ts';

export interface Button { readonly text: string; readonly callback_data: string }
export interface Keyboard { readonly inline_keyboard: readonly (readonly Button[])[] }
export interface Upload { readonly name: string; readonly bytes: Uint8Array }

export type Sending =
  | { readonly method: 'sendMessage'; readonly text: string; readonly keyboard: Keyboard | null }
  | { readonly method: 'sendPhoto' | 'sendDocument'; readonly file: Upload; readonly caption: string | null; readonly keyboard: Keyboard | null };

export const maxText = 4096;
export const maxCaption = 1024;
const maxLabel = 64;
/** So long may the labels of a row be for one, two, three and four of them to fit beside each other on a narrow phone. */
const rowLabels = [64, 14, 9, 6] as const;
/** So many digits fit beside each other on a narrow phone. */
const scaleWidth = 6;

/** On the button that only shows what was chosen: its press is nobody's. */
export const inert = '-';

/** The calls in order; the keyboard is on the last. `png`: the drawn chart, null where it cannot be drawn. */
export function render(message: Message, png: Uint8Array | null): readonly Sending[] {
  const keyboard = keyboardOf(message);
  const text = textOf(message);
  if (message.kind === 'chart' && png) return upload('sendPhoto', { name: 'chart.png', bytes: png }, text, keyboard);
  if (message.kind === 'file') {
    return upload('sendDocument', { name: fileName(message.name), bytes: new TextEncoder().encode(message.content) }, text, keyboard);
  }
  return texts(text, keyboard);
}

/** The whole text of a message, and its buttons, for an edit: one message, so what does not fit is left out. */
export function renderEdit(message: Message): { readonly text: string; readonly keyboard: Keyboard } {
  return { text: split(textOf(message), maxText)[0], keyboard: keyboardOf(message) ?? { inline_keyboard: [] } };
}

/** In place of the buttons: what was chosen, on a button that does nothing. */
export function chosenKeyboard(label: string): Keyboard {
  return { inline_keyboard: [[{ text: oneLine(label, maxLabel), callback_data: inert }]] };
}

function upload(method: 'sendPhoto' | 'sendDocument', file: Upload, text: string, keyboard: Keyboard | null): readonly Sending[] {
  if (text.length <= maxCaption) return [{ method, file, caption: text, keyboard }];
  return [{ method, file, caption: null, keyboard: null }, ...texts(text, keyboard)];
}

function texts(text: string, keyboard: Keyboard | null): readonly Sending[] {
  const pieces = split(text, maxText);
  return pieces.map((piece, index) => ({ method: 'sendMessage', text: piece, keyboard: index === pieces.length - 1 ? keyboard : null }));
}

function textOf(message: Message): string {
  const text = plain(withInserts(message.text, message.inserts));
  return message.kind === 'scale' ? `${text}\n\n${message.from}: ${plain(message.low)}\n${message.to}: ${plain(message.high)}` : text;
}

function keyboardOf(message: Message): Keyboard | null {
  const rows: (readonly Button[])[] = [];
  if (message.kind === 'scale') {
    const values = Array.from({ length: message.to - message.from + 1 }, (_, index) => String(message.from + index));
    const width = Math.ceil(values.length / Math.ceil(values.length / scaleWidth));
    const buttons = values.map((value) => ({ label: value, press: { kind: 'choose', of: message.of, choice: value } }) satisfies Choice);
    for (let start = 0; start < buttons.length; start += width) rows.push(row(buttons.slice(start, start + width)));
  }
  if (message.kind === 'pick') {
    rows.push(...beside(message.options.map((option) => ({ label: option.label, press: { kind: 'choose', of: message.of, choice: option.id } }))));
  }
  rows.push(...beside(message.choices ?? []));
  const filled = rows.filter((each) => each.length > 0);
  return filled.length > 0 ? { inline_keyboard: filled } : null;
}

/** Short ones beside each other, but never an answer beside Back, Skip, Pause or Stop: a thumb slips. */
function beside(choices: readonly Choice[]): readonly (readonly Button[])[] {
  const rows: Choice[][] = [];
  for (const choice of choices) {
    const last = rows.at(-1);
    const fits = last && (last[0]?.style === 'quiet') === (choice.style === 'quiet') && [...last, choice].every((each) => each.label.length <= (rowLabels[last.length] ?? 0));
    if (fits) last.push(choice); else rows.push([choice]);
  }
  return rows.map(row);
}

/** A press too long for the wire cannot be offered: the text, and typing the label, still work. */
function row(choices: readonly Choice[]): readonly Button[] {
  return choices
    .map((choice) => ({ text: oneLine(choice.label, maxLabel), callback_data: encodePress(choice.press) }))
    .filter((button) => Buffer.byteLength(button.callback_data) <= maxPressBytes);
}

function fileName(name: string): string {
  return oneLine(name, 60).replace(/[^\p{L}\p{N}._-]/gu, '_');
}
