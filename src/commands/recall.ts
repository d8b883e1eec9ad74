/** Buttons of an earlier run: what the person's document says was shown last. */
import type { PersonId } from '../conversation/event.ts';
import { decodePress } from '../conversation/press.ts';
import { State } from '../conversation/state.ts';
import { pick, type Button } from '../adapters/terminal/shown.ts';
import type { Store } from '../store/store.ts';

export async function recall(store: Pick<Store<never, never>, 'read'>, person: PersonId, label: string): Promise<Button | null> {
  const kept = await store.read(person);
  const document = typeof kept === 'object' && kept !== null && 'conversation' in kept ? State.shape.shown.safeParse(shownIn(kept.conversation)) : null;
  const buttons = (document?.data ?? []).flatMap(button => {
    const press = decodePress(button.press);
    return press ? [{ label: button.label, press, ref: 'earlier' }] : [];
  });
  return pick(buttons, label);
}

function shownIn(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'shown' in document ? document.shown : undefined;
}
