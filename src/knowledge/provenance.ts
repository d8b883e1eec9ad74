/**
 * What every shown unit says about itself: where it comes from, how far it can be trusted, who reviewed it, when it is locked.
 */
import { z } from 'zod';
import { lockNames } from '../conversation/knowledge.ts';
import { YesNo } from './shape.ts';

export const Text = z.string().trim().min(1);
export const Title = Text.max(30).describe('the button label, at most 30 characters: "title: Forgiving"');
export const UnitId = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/).describe('an id is small letters, digits and hyphens, such as topic.self-trust');
export const Name = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/).describe('a name is small letters, digits, hyphens or underscores, at most 40, and begins with a letter');

export const Source = z.array(z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)).min(1)
  .describe('the sections of the source document in quotes, or own: source: ["8.3"]');
export const Evidence = z.strictObject({
  strength: z.enum(['strong', 'some', 'practice']).describe('how well it is shown: strong, some or practice'),
  note: Text.describe('one plain sentence about the evidence'),
}).describe('evidence: { strength: some, note: Small studies point the same way. }');
export const Reviewed = Text.describe('reviewed: none, until a real person signs with "name, role, date"');
export const Locks = z.array(z.enum(lockNames)).default([]).describe('when it must not be offered: locks: [abuse, crisis, minor], or locks: []');

export const provenance = { source: Source, evidence: Evidence, reviewed: Reviewed } as const;
export const Deciding = YesNo.default(false).describe('deciding: yes, when the answer helps somebody decide whether to stay or go');
