/** One line that was typed becomes one event: `/name ...` a command, `[label]` a press, anything else text. */
import type { CommandEvent, PersonEvent, PersonId } from '../../conversation/event.ts';
import type { Button } from './shown.ts';

export interface Typed {
  readonly id: string;
  readonly at: number;
  readonly person: PersonId;
  /** The button that a line `[label]` presses, where there is one. */
  readonly button: Button | null;
}

export function eventOf(line: string, typed: Typed): PersonEvent {
  const common = { id: typed.id, at: typed.at, person: typed.person, here: { kind: 'terminal', id: nameOf(typed.person) }, locale: 'en' } as const;
  const command = commandIn(line);
  if (command) return { ...common, kind: 'command', ...command };
  if (typed.button) return { ...common, kind: 'press', press: typed.button.press, ref: typed.button.ref, public: false };
  return { ...common, kind: 'text', text: labelIn(line) ?? line, via: 'message' };
}

/** `terminal:me` -> `me`. */
export function nameOf(person: PersonId): string {
  return person.slice('terminal:'.length);
}

/** What stands between the brackets of a line `[label]`; null for any other line. */
export function labelIn(line: string): string | null {
  return /^\s*\[([^\]]+)\]\s*$/u.exec(line)?.[1] ?? null;
}

/** `/support IE abuse` -> `{ name: 'support', options: { text: 'IE abuse' } }`; `day=monday` and `at="7 pm"` become options of that name. */
export function commandIn(line: string): Pick<CommandEvent, 'name' | 'options'> | null {
  const match = /^\s*\/([a-z][a-z0-9_-]{0,31})(?:\s+([\s\S]*))?$/iu.exec(line);
  const name = match?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const rest = (match?.[2] ?? '').trim();
  // A question is a person's own words, in which "a=b" means nothing to us.
  if (name === 'ask') return { name, options: withText({}, rest.replace(/^(?:question|text)=/iu, '').replace(/^"([\s\S]*)"$/u, '$1')) };
  const options: Record<string, string> = {};
  const text = rest.replace(/(?<=^|\s)([a-z][a-z-]{0,31})=(?:"([^"]*)"|(\S+))/giu, (_, key: string, quoted: string | undefined, bare: string | undefined) => {
    options[key.toLowerCase()] = quoted ?? bare ?? '';
    return '';
  });
  return { name, options: withText(options, text.replace(/\s+/gu, ' ').trim()) };
}

function withText(options: Readonly<Record<string, string>>, text: string): Readonly<Record<string, string>> {
  return text === '' ? options : { ...options, text };
}
