/**
 * The controls under a message, as rows: buttons, and menus where there are too many of them to look through.
 * Limits: https://docs.discord.com/developers/components/reference#button, #string-select.
 */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Ask } from '../../conversation/event.ts';
import type { Message } from '../../conversation/message.ts';
import { encodePress, type Choice } from '../../conversation/press.ts';
import { oneLine } from '../plain-text.ts';

export type Button = { readonly type: ComponentType.Button; readonly style: ButtonStyle.Primary | ButtonStyle.Secondary; readonly label: string; readonly custom_id: string; readonly disabled?: true };
export interface Select {
  readonly type: ComponentType.StringSelect;
  readonly custom_id: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}
/** Up to five buttons, or one menu. */
export type Row = readonly Button[] | readonly [Select];

export const maxLabel = 80;
const maxOption = 100;
const maxId = 100;
const maxRow = 5;
const maxOptions = 25;
/** More options of a pick than this, or choices of one kind, are a menu. */
const mostPicks = 5;
const mostChoices = 8;

/** `used`: the ids in the message so far; each may be there once. */
export function rowsOf(message: Message, used: Set<string>): readonly Row[] {
  const fresh = (choices: readonly Choice[]): readonly Choice[] => choices.filter(({ press }) => {
    const id = encodePress(press);
    return id.length <= maxId && !used.has(id) && used.add(id) !== undefined;
  });
  const choices = fresh(message.choices ?? []);
  const plain = choices.filter((choice) => choice.style === undefined);
  const listed = plain.length > mostChoices ? [...menus(plain, used), ...buttons(choices.filter((choice) => choice.style !== undefined))] : buttons(choices);
  return [...ownRows(message, fresh, used), ...listed];
}

/** A form button also says how long the answer may be: the form opens before any turn. `f|42~300`. */
function formId(of: Ask, max: number): string {
  return `${encodePress({ kind: 'form', of })}~${max}`;
}

export function readFormId(wire: string): { readonly of: Ask; readonly max: number } | null {
  const match = /^f\|(\d{1,10})~([1-9]\d{0,5})$/u.exec(wire);
  return match ? { of: Number(match[1]), max: Number(match[2]) } : null;
}

function ownRows(message: Message, fresh: (choices: readonly Choice[]) => readonly Choice[], used: Set<string>): readonly Row[] {
  switch (message.kind) {
    case 'scale': {
      const values = Array.from({ length: Math.max(0, message.to - message.from + 1) }, (_, index) => String(message.from + index));
      return buttons(fresh(values.map((value) => ({ label: value, press: { kind: 'choose', of: message.of, choice: value } }))));
    }
    case 'pick': {
      const options = fresh(message.options.map((option) => ({ label: option.label, press: { kind: 'choose', of: message.of, choice: option.id } })));
      return options.length > mostPicks ? menus(options, used) : buttons(options);
    }
    case 'form': {
      const id = formId(message.of, message.max);
      if (used.has(id)) return [];
      used.add(id);
      return [[{ type: ComponentType.Button, style: ButtonStyle.Primary, label: oneLine(message.title, maxLabel), custom_id: id }]];
    }
    case 'text': case 'chart': case 'file': return [];
    default: return message satisfies never;
  }
}

/** What is chosen in a menu is a press like any other: it is the value, the menu itself has no meaning. */
function menus(choices: readonly Choice[], used: Set<string>): readonly Row[] {
  return chunks(choices, maxOptions).map((some) => {
    const id = `menu~${used.size}`;
    used.add(id);
    return [{ type: ComponentType.StringSelect, custom_id: id, options: some.map((choice) => ({ label: oneLine(choice.label, maxOption), value: encodePress(choice.press) })) }];
  });
}

/** Rows of about the same length, at most five buttons each: 0-10 becomes 4, 4 and 3. */
function buttons(choices: readonly Choice[]): readonly Row[] {
  const width = Math.ceil(choices.length / Math.ceil(choices.length / maxRow));
  return choices.length === 0 ? [] : chunks(choices.map(button), width);
}

function button(choice: Choice): Button {
  return { type: ComponentType.Button, style: choice.style === 'main' ? ButtonStyle.Primary : ButtonStyle.Secondary, label: oneLine(choice.label, maxLabel), custom_id: encodePress(choice.press) };
}

function chunks<T>(all: readonly T[], width: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / width) }, (_, index) => all.slice(index * width, (index + 1) * width));
}
