/** What a line that was typed sets in motion, the same from a pipe and from a keyboard. */
import { randomUUID } from 'node:crypto';
import type { PersonEvent, PersonId } from '../../conversation/event.ts';
import { eventOf, labelIn } from './receive.ts';
import type { Button, Shown } from './shown.ts';

export interface Handled {
  /** The person's persistent count after it; null when the database could not take it. */
  readonly turn: number | null;
}

export interface Talk {
  /** Shows what an earlier run left unsent. */
  leftovers(): Promise<void>;
  /** Resolves when the turn is committed and all it said was shown. */
  say(line: string): Promise<Handled>;
  /** A command that nobody typed, such as the first greeting. */
  command(name: string): Promise<Handled>;
}

export interface TalkParts {
  readonly person: PersonId;
  readonly shown: Shown;
  /** The button of an earlier run whose label begins so. */
  readonly recall: (label: string) => Promise<Button | null>;
  readonly receive: (event: PersonEvent) => Promise<Handled>;
  /** Resolves when everything that was committed has been shown. */
  readonly shownAll: () => Promise<void>;
  readonly now: () => number;
}

export function createTalk(parts: TalkParts): Talk {
  const handle = async (line: string): Promise<Handled> => {
    const label = labelIn(line);
    const button = label === null ? null : (parts.shown.find(label) ?? (await parts.recall(label)));
    const handled = await parts.receive(eventOf(line, { id: `terminal:${randomUUID()}`, at: parts.now(), person: parts.person, button }));
    await parts.shownAll();
    return handled;
  };
  return { leftovers: parts.shownAll, say: handle, command: name => handle(`/${name}`) };
}
