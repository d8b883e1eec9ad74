/**
 * A message as the terminal shows it: to a person as wrapped text with numbered buttons, to a program as one JSON line.
 * What the terminal lacks becomes the nearest honest thing: a form is a question, a file is its content, a chart its text version.
 */
import type { Message } from '../../conversation/message.ts';
import { withInserts, plain } from '../plain-text.ts';
import { buttonsOf } from './shown.ts';
import { wrap } from './wrap.ts';

export interface Look {
  /** Columns to wrap at; null to leave lines as they are. */
  readonly width: number | null;
  readonly colour: boolean;
}

/** `{"text", "buttons", "image"?}` on one line. */
export function jsonOf(message: Message, image: string | null): string {
  const buttons = buttonsOf(message, '').map(button => button.label);
  return `${JSON.stringify({ text: wordsOf(message), buttons, ...(image === null ? {} : { image }) })}\n`;
}

/** @param first the number of the first button: numbers go on over the messages of one turn. */
export function pageOf(message: Message, image: string | null, first: number, look: Look): string {
  const text = plain(wordsOf(message));
  const body = look.width === null ? text : wrap(text, look.width);
  const picture = image === null ? [] : [paint(`(picture: ${image})`, dim, look)];
  return `${[body, ...picture, ...buttonRows(message, first, look)].join('\n')}\n\n`;
}

/** How many numbers a message takes: as many as the conversation counts. */
export function numbersIn(message: Message): number {
  return (message.kind === 'pick' ? message.options.length : 0) + (message.choices?.length ?? 0);
}

function wordsOf(message: Message): string {
  const text = withInserts(message.text, message.inserts);
  switch (message.kind) {
    case 'scale': return `${text}\n\n${message.from}: ${message.low}\n${message.to}: ${message.high}`;
    case 'file': return `${text}\n\n${message.content}`;
    case 'text': case 'pick': case 'form': case 'chart': return text;
    default: return message satisfies never;
  }
}

/** On a scale a number is the value, so its buttons stand without numbers and are typed by their words. */
function buttonRows(message: Message, first: number, look: Look): readonly string[] {
  if (message.kind === 'scale') {
    return [paint(`  Type a number from ${message.from} to ${message.to}.`, dim, look), ...(message.choices ?? []).map(choice => paint(`  - ${plain(choice.label)}`, cyan, look))];
  }
  const labels = [...(message.kind === 'pick' ? message.options : []), ...(message.choices ?? [])].map(button => plain(button.label));
  return labels.map((label, index) => paint(`  ${String(first + index).padStart(2)}  ${label}`, cyan, look));
}

const cyan = 36;
const dim = 2;

/** SGR codes of ECMA-48. */
function paint(text: string, code: number, look: Look): string {
  return look.colour ? `\u001B[${code}m${text}\u001B[0m` : text;
}
