/**
 * The terminal as a platform: one person, one route, messages as text or JSON lines.
 * It never retries: what could not be written because the reader is gone waits in the outbox for the next run.
 */
import type { PersonId } from '../../conversation/event.ts';
import type { Message } from '../../conversation/message.ts';
import type { Parcel, Work } from '../../conversation/parcel.ts';
import type { Adapter, Delivery } from '../adapter.ts';
import { nameOf } from './receive.ts';
import { jsonOf, numbersIn, pageOf, type Look } from './render.ts';
import { buttonsOf, type Shown } from './shown.ts';

export interface TerminalParts {
  readonly person: PersonId;
  readonly json: boolean;
  /** Asked for each page: a window can be resized. */
  readonly look: () => Look;
  /** Null when pictures are not drawn. Resolves with the path of a PNG file. */
  readonly draw: ((chart: Extract<Message, { kind: 'chart' }>) => Promise<string | null>) | null;
  readonly shown: Shown;
  readonly write: (text: string) => Promise<boolean>;
  /** Takes what was shown off the screen and shows `pages` instead; null where there is no screen to clear. */
  readonly wipe: ((pages: readonly string[]) => Promise<boolean>) | null;
  /** The press on the newest message is not to be seen. */
  readonly secret: (is: boolean) => void;
  readonly now: () => number;
  /** New on every call. */
  readonly ref: () => string;
}

/** Words of somebody else's, left in the outbox of the same file, wait so long, in ms. */
const notMine = 60_000;
const readerGone = 1_000;

export function createTerminal(parts: TerminalParts): Adapter {
  const pages = new Map<string, string>();

  /** False when the reader is gone. */
  const show = async (message: Message, first: number, refs: string[]): Promise<boolean> => {
    const ref = parts.ref();
    const image = message.kind === 'chart' && parts.draw ? await parts.draw(message) : null;
    const page = parts.json ? jsonOf(message, image) : pageOf(message, image, first, parts.look());
    if (!(await parts.write(page))) return false;
    if (parts.wipe) pages.set(ref, page);
    parts.secret(message.secret === true);
    parts.shown.add(buttonsOf(message, ref));
    refs.push(ref);
    return true;
  };

  const wipe = async (gone: readonly string[]): Promise<boolean> => {
    for (const ref of gone) pages.delete(ref);
    return parts.wipe ? parts.wipe([...pages.values()]) : true;
  };

  const deliver = async (parcel: Parcel): Promise<Delivery> => {
    if (parcel.route.kind !== 'terminal' || parcel.route.id !== nameOf(parts.person)) return { settled: { kind: 'retry', at: parts.now() + notMine } };
    const refs = [...(parcel.progress?.refs ?? [])];
    let calls = 0;
    for (const call of parcel.work.flatMap(work => callsOf(work, show, wipe))) {
      const done = calls < (parcel.progress?.calls ?? 0) || (await call(refs));
      if (!done) return { settled: { kind: 'retry', at: parts.now() + readerGone, progress: { calls, refs } } };
      calls += 1;
    }
    return { settled: { kind: 'sent', refs } };
  };
  return { name: 'terminal', routes: ['terminal'], start: () => Promise.resolve(), stop: () => Promise.resolve(), deliver };
}

type Call = (refs: string[]) => Promise<boolean>;

function callsOf(work: Work, show: (message: Message, first: number, refs: string[]) => Promise<boolean>, wipe: (gone: readonly string[]) => Promise<boolean>): readonly Call[] {
  switch (work.kind) {
    case 'send': return work.messages.map((message, index) => refs => show(message, 1 + sum(work.messages.slice(0, index).map(numbersIn)), refs));
    case 'revise': return [refs => show(work.message, 1, refs)];
    // Nothing can be taken off a page that was printed; a stale press gets its polite word.
    case 'mark': return [];
    case 'delete': return [() => wipe(work.refs)];
    // There is no list of commands to cover.
    case 'cover': return [];
    default: return work satisfies never;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
