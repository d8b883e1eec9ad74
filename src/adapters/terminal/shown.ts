/**
 * The buttons that were shown, so that a line `[label]` can press the newest one whose label begins so.
 * Buttons stay pressable after their question is closed, as they do on a platform: whether a press still counts
 * is for the conversation to say.
 */
import type { Message } from '../../conversation/message.ts';
import type { Press } from '../../conversation/press.ts';

export interface Button {
  readonly label: string;
  readonly press: Press;
  /** The message it stands under. */
  readonly ref: string;
}

export interface Shown {
  add(buttons: readonly Button[]): void;
  /** Case and outer spaces do not count. Within one message a label that is the same goes before one that only begins so. */
  find(label: string): Button | null;
}

/** Enough for any question that is still on a screen. */
const kept = 400;

export function createShown(): Shown {
  const messages: (readonly Button[])[] = [];
  return {
    add(buttons) {
      if (buttons.length === 0) return;
      messages.unshift(buttons);
      while (messages.length > kept) messages.pop();
    },
    find(label) {
      for (const buttons of messages) {
        const found = pick(buttons, label);
        if (found) return found;
      }
      return null;
    },
  };
}

export function pick(buttons: readonly Button[], label: string): Button | null {
  const wanted = folded(label);
  if (wanted === '') return null;
  return buttons.find(button => folded(button.label) === wanted) ?? buttons.find(button => folded(button.label).startsWith(wanted)) ?? null;
}

/** Every button of a message in the order in which it is shown: a scale becomes one for each value, "3 of 10". */
export function buttonsOf(message: Message, ref: string): readonly Button[] {
  const choices = (message.choices ?? []).map(choice => ({ label: choice.label, press: choice.press, ref }));
  return [...answersOf(message, ref), ...choices];
}

function answersOf(message: Message, ref: string): readonly Button[] {
  if (message.kind === 'pick') {
    return message.options.map(option => ({ label: option.label, press: { kind: 'choose', of: message.of, choice: option.id }, ref }));
  }
  if (message.kind !== 'scale') return [];
  const values = Array.from({ length: message.to - message.from + 1 }, (_, index) => message.from + index);
  return values.map(value => ({ label: `${value} of ${message.to}`, press: { kind: 'choose', of: message.of, choice: String(value) }, ref }));
}

function folded(label: string): string {
  return label.normalize('NFKC').trim().toLowerCase();
}
