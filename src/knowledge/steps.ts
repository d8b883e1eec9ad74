/**
 * The steps of an exercise: one schema for each kind, and what it means to the bot.
 * The kind of a step is the one of its keys that names a kind; the text for the person stands after it.
 */
import { z } from 'zod';
import type { Option, Step } from '../conversation/knowledge.ts';
import { safetyKinds } from '../conversation/reading.ts';
import { choiceId } from './choice-id.ts';
import { Name, Text, UnitId } from './provenance.ts';
import { YesNo } from './shape.ts';

export const stepKinds = ['say', 'write', 'scale', 'choose', 'pick', 'time', 'pace', 'show', 'share', 'end'] as const;
export type StepKind = (typeof stepKinds)[number];

/** What a step is before the list it stands in is known: `next` is null where the author wrote none. */
export type LooseStep = Step & { readonly save?: string | null };

const Whole = z.int();
const Go = Name.describe('the id of the step that follows');
const Save = Name.optional().describe('the name under which it is kept until the end: save: plan');
const base = {
  next: Go.optional(),
  skip: YesNo.optional().describe('skip: no, when the step cannot be left out'),
  private: YesNo.optional().describe('private: yes, when the press must not be seen on a shared phone'),
  turn: z.enum(['first', 'second']).optional().describe('whose step it is, on one phone or on two: first or second'),
};
const waits = { ...base, id: Name.describe('a step that waits for the person needs an id that never changes: id: plan') };
const passes = { ...base, id: Name.optional() };
const End = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().regex(/^\d+(?:\s*\(.*\))?$/))
  .describe('a number, with words if you like: from: 0 (not at all)');
const ChoiceEntry = z.strictObject({
  label: Text, go: Go.optional(),
  safety: z.enum(safetyKinds).optional().describe('a tap that tells of danger is answered as such: safety: crisis.partner-abuse'),
});

const of = <K extends StepKind>(kind: K) => <R>(raw: R) => ({ kind, raw });

export const stepSchemas = {
  say: z.strictObject({ ...passes, say: Text }).transform(of('say')),
  write: z.strictObject({
    ...waits, write: Text, save: Save,
    max: Whole.min(1).max(1000).default(300).describe('the longest text, in characters, at most 1000'),
    count: Whole.min(1).max(10).default(1).describe('how many texts, 1 to 10'),
    'or-done': YesNo.default(false).describe('or-done: yes, when a tap on Done is enough'),
  }).transform(of('write')),
  scale: z.strictObject({
    ...waits, scale: Text, from: End.default('0'), to: End.default('10'), save: Save,
    below: z.record(z.string().regex(/^\d+$/), Go).default({}).describe('where to go for a low number: below: { 7: smaller }'),
    after: Name.optional().describe('the id of the earlier scale that asked the same'),
  }).transform(of('scale')),
  choose: z.strictObject({ ...waits, choose: Text, choices: z.array(ChoiceEntry).min(1).max(8).describe('the buttons: choices: [{ label: Make it smaller, go: plan }]'), save: Save }).transform(of('choose')),
  pick: z.strictObject({
    ...waits, pick: Text, save: Save,
    options: z.array(Text).min(2).max(25).describe('2 to 25 options to pick from: options: [sad, angry]'),
    'at-most': Whole.min(1).optional().describe('how many may be picked: at-most: 3'),
  }).transform(of('pick')),
  time: z.strictObject({
    ...waits, time: Text, save: Save,
    minutes: z.array(Whole.min(1).max(43_200)).min(1).max(4).default([1440, 4320, 10_080]).describe('the offers in minutes from now: minutes: [10, 30]'),
  }).transform(of('time')),
  pace: z.strictObject({
    ...waits, pace: z.record(Text, z.number().min(1).max(60)).describe('the phases with their seconds: pace: { Breathe in: 4, Breathe out: 6 }'),
    text: Text.optional(), minutes: z.number().min(0.5).max(15).describe('how long, in minutes, at most 15'),
  }).transform(of('pace')),
  show: z.strictObject({ ...waits, show: Text, keep: z.enum(['result', 'promise', 'check-in']).optional().describe('what it is kept as: keep: result or keep: promise') }).transform(of('show')),
  share: z.strictObject({
    ...waits, share: Text, of: Name.describe('the saved name of what may be shared: of: thanks'),
    turn: z.enum(['first', 'second']).describe('who may share here: turn: first'),
  }).transform(of('share')),
  end: z.strictObject({ id: Name.optional(), end: Text, rest: z.number().min(0).max(168).default(0).describe('hours of rest before it can be started again, at most 168'), offer: z.array(UnitId).max(2).default([]).describe('answers or exercises that fit next, at most 2: offer: [exercise.grounding]') }).transform(of('end')),
} as const satisfies Record<StepKind, z.ZodType>;

export type RawStep = z.output<(typeof stepSchemas)[StepKind]>;

/** `id`: the author's, or one made for a step that does not wait. `next`: where it goes on; null on `end`. */
export function stepFrom(step: RawStep, id: string, next: string | null): Step {
  const { kind, raw } = step;
  if (kind === 'end') return { kind, id, text: raw.end, next: null, skip: false, private: false, turn: null, rest: raw.rest, offer: raw.offer };
  const common = { id, next, skip: raw.skip ?? true, private: raw.private ?? false, turn: raw.turn ?? null };
  switch (kind) {
    case 'say': return { ...common, kind, text: raw.say };
    case 'write': return { ...common, kind, text: raw.write, save: raw.save ?? null, max: raw.max, count: raw.count, orDone: raw['or-done'] };
    case 'scale': {
      const [from, to] = [endOf(raw.from), endOf(raw.to)];
      const below = Object.entries(raw.below).map(([under, go]) => ({ under: Number(under), go })).toSorted((a, b) => a.under - b.under);
      return { ...common, kind, text: raw.scale, from: from.value, to: to.value, low: from.label, high: to.label, save: raw.save ?? null, below, after: raw.after ?? null };
    }
    case 'choose': return { ...common, kind, text: raw.choose, save: raw.save ?? null, choices: raw.choices.map((choice): Option => ({ id: choiceId(choice.label), label: choice.label, go: choice.go ?? next ?? id, safety: choice.safety ?? null })) };
    case 'pick': return { ...common, kind, text: raw.pick, save: raw.save ?? null, options: raw.options.map((label) => ({ id: choiceId(label), label })), atMost: raw['at-most'] ?? raw.options.length };
    case 'time': return { ...common, kind, text: raw.time, save: raw.save ?? null, minutes: raw.minutes };
    case 'pace': return { ...common, kind, text: raw.text ?? Object.keys(raw.pace).join(', '), phases: Object.entries(raw.pace).map(([label, seconds]) => ({ label, seconds })), minutes: raw.minutes };
    case 'show': return { ...common, kind, text: raw.show, keep: raw.keep ?? null };
    case 'share': return { ...common, kind, text: raw.share, of: raw.of, skip: false };
    default: return kind satisfies never;
  }
}

function endOf(text: string): { value: number; label: string } {
  const [, value = '0', label = ''] = /^(\d+)\s*(?:\((.*)\))?$/.exec(text) ?? [];
  return { value: Number(value), label };
}
