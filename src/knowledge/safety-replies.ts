/**
 * What the bot says to somebody at risk: one file for a kind of danger, and for whom and when where that matters.
 * The most specific file wins, so every combination must have exactly one that fits best.
 */
import { z } from 'zod';
import { type LineKind, type SafetyReply } from '../conversation/knowledge.ts';
import { type SafetyKind, safetyKinds, whens, whos } from '../conversation/reading.ts';
import type { Place, Report } from './problem.ts';
import { Evidence, Locks, Reviewed, Source, Text, UnitId } from './provenance.ts';
import { checkShape } from './shape.ts';
import type { SourceFile } from './source-files.ts';
import type { Link, ShownText, Unit } from './unit.ts';
import { readYaml } from './yaml-source.ts';

export const lineKinds = ['emergency', 'suicide', 'abuse', 'sexual-assault', 'child', 'own-behaviour', 'men', 'lgbt', 'directory'] as const satisfies readonly LineKind[];

const Kind = z.enum(safetyKinds).describe('the kind of danger, an id of the taxonomy: kind: crisis.partner-abuse');
export const SafetyFile = z.strictObject({
  kind: Kind,
  who: z.array(z.enum(whos)).min(1).default([...whos]).describe('whose life or body it is about: who: [self]; leave it out for everybody'),
  when: z.array(z.enum(whens)).min(1).default([...whens]).describe('when: [now, past, recovered, unclear]; leave it out for always'),
  locks: Locks,
  source: Source.optional(),
  evidence: Evidence.optional(),
  reviewed: Reviewed,
  care: z.array(Text).min(1).describe('at least one variant of at most two short sentences: care: ["I\'m glad you told me."]'),
  lines: z.array(z.enum(lineKinds)).describe('which help lines, in order: lines: [emergency, abuse, directory]'),
  'safe-to-read': z.strictObject({ ask: Text, no: z.literal('cover') }).optional().describe('safe-to-read: { ask: Is it safe to read more now?, "no": cover }'),
  more: Text.optional(),
  plain: z.strictObject({ ask: Text, yes: Kind }).optional().describe('plain: { ask: the plain question, yes: crisis.self-harm }'),
  barrier: z.strictObject({
    ask: Text,
    choices: z.array(z.strictObject({ label: Text, reply: Text })).min(1).max(10),
  }).optional().describe('barrier: { ask: What makes it hard to reach out right now?, choices: [{ label: ..., reply: ... }] }'),
  offer: z.array(UnitId).default([]).describe('exercises or answers that fit: offer: [exercise.safety-steps]'),
});

export function readSafetyReply(file: SourceFile, id: string, report: Report): Unit<SafetyReply> | null {
  const yaml = readYaml(file.path, file.text, report);
  const raw = yaml && checkShape(SafetyFile, yaml, report);
  if (!raw) return null;
  const at = (...path: (string | number)[]): Place => ({ file: file.path, line: yaml.lineOf(path) });
  const texts: ShownText[] = [
    ...raw.care.map((text, index): ShownText => ({ ...at('care', index), use: 'care', text })),
    ...(raw['safe-to-read'] ? [{ ...at('safe-to-read', 'ask'), use: 'step' as const, text: raw['safe-to-read'].ask }] : []),
    ...(raw.more === undefined ? [] : [{ ...at('more'), use: 'message' as const, text: raw.more }]),
    ...(raw.plain ? [{ ...at('plain', 'ask'), use: 'step' as const, text: raw.plain.ask }] : []),
    ...(raw.barrier ? [{ ...at('barrier', 'ask'), use: 'step' as const, text: raw.barrier.ask }] : []),
    ...(raw.barrier?.choices ?? []).flatMap((choice, index): ShownText[] => [
      { ...at('barrier', 'choices', index, 'label'), use: 'label', text: choice.label },
      { ...at('barrier', 'choices', index, 'reply'), use: 'step', text: choice.reply },
    ]),
  ];
  return {
    id, file: file.path, line: 1, texts,
    links: [
      ...raw.offer.map((to, index): Link => ({ ...at('offer', index), as: 'offer', to })),
      ...(raw.source ?? []).map((to, index): Link => ({ ...at('source', index), as: 'source', to })),
    ],
    reviewed: { ...at('reviewed'), stamp: raw.reviewed },
    value: {
      id, kind: raw.kind, who: raw.who, when: raw.when, locks: raw.locks, reviewed: raw.reviewed, care: raw.care, lines: raw.lines,
      safeToRead: raw['safe-to-read'] ?? null, more: raw.more ?? null, plain: raw.plain ?? null, barrier: raw.barrier ?? null, offer: raw.offer,
    },
  };
}

/** Most specific first for one kind: fewer combinations of who and when. */
export function bySpecificity(replies: readonly SafetyReply[]): readonly SafetyReply[] {
  return replies.toSorted((a, b) => safetyKinds.indexOf(a.kind) - safetyKinds.indexOf(b.kind) || breadth(a) - breadth(b) || (a.id < b.id ? -1 : 1));
}

/** Every kind x who x when has a reply, and never two that fit equally well. */
export function checkEveryCase(units: readonly Unit<SafetyReply>[], folder: Place, report: Report): void {
  for (const kind of safetyKinds) {
    const ofKind = units.filter((unit) => unit.value.kind === kind);
    const missing: string[] = [];
    const ties = new Map<Unit<SafetyReply>, string>();
    for (const who of whos) {
      for (const when of whens) {
        const [best, second] = ofKind.filter(({ value }) => value.who.includes(who) && value.when.includes(when)).toSorted((a, b) => breadth(a.value) - breadth(b.value));
        if (!best) missing.push(`${who}/${when}`);
        else if (second && breadth(second.value) === breadth(best.value)) ties.set(second, `${best.file} and this file fit ${kind} with ${who}/${when} equally well.`);
      }
    }
    if (missing.length > 0) report(ofKind[0] ?? folder, missingCases(kind, missing), 'Add a file for them, or one for this kind without "who" and "when", which then fits whatever has none of its own.');
    for (const [unit, message] of ties) report(unit, message, 'Take the shared "who" or "when" out of one of them.');
  }
}

function missingCases(kind: SafetyKind, missing: readonly string[]): string {
  if (missing.length === whos.length * whens.length) return `There is no reply at all for ${kind}.`;
  const some = missing.slice(0, 3).join(', ');
  return `${kind} has no reply for ${missing.length} cases of who/when, such as ${some}.`;
}

function breadth(reply: SafetyReply): number {
  return new Set(reply.who).size * new Set(reply.when).size;
}
