/**
 * What is kept of a community: its weekly schedules, which week of each is open, and what a moderator was asked last.
 * Nothing of a person is here but who keeps a schedule. Who takes part is in the store, under each person's own key.
 */
import { z } from 'zod';
import type { PersonId } from './ids.ts';

const time = z.number().int();
const Person = z.custom<PersonId>((value) => typeof value === 'string' && /^(telegram|discord|terminal):./u.test(value));

/** When, where and what: what a moderator decides. */
export const Plan = z.strictObject({
  /** ISO weekday, 1 to 7. */
  day: z.number().int().min(1).max(7),
  /** HH:MM in `zone`. */
  at: z.string(),
  /** IANA. */
  zone: z.string(),
  /** The platform's id of the channel; null where the place is one chat. */
  channel: z.string().nullable(),
  role: z.string().nullable(),
  /** The id of a question set. */
  set: z.string(),
  thread: z.boolean(),
  /** The language of what is posted. */
  language: z.string(),
});
export type Plan = z.infer<typeof Plan>;

export const Schedule = z.strictObject({
  id: z.number().int(),
  plan: Plan,
  /** Who set it up: told when something is wrong. */
  keeper: Person,
  /** How many weeks were posted: which question is next. */
  posts: z.number().int(),
  /** The next one is left out. */
  skip: z.boolean(),
  /** `asked` by a moderator; the others by the platform, and tried again by itself. */
  paused: z.strictObject({ why: z.enum(['asked', 'no-permission', 'gone']), at: time }).nullable(),
  /** The week that people can take part in. `shown`: the number of people as last shown. `tries`: posts of it that were refused. */
  open: z.strictObject({ slot: z.string(), tag: z.string(), at: time, prompt: z.number().int(), shown: z.number().int(), tries: z.number().int() }).nullable(),
});
export type Schedule = z.infer<typeof Schedule>;

/** A question to one moderator, answered by a press. */
export const Pending = z.strictObject({
  of: z.number().int(),
  by: Person,
  at: time,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('plan'), plan: Plan }),
    /** Which of several schedules a command means. */
    z.strictObject({ kind: z.literal('which'), command: z.enum(['now', 'skip', 'pause', 'resume', 'stop']) }),
    z.strictObject({ kind: z.literal('again'), schedule: z.number().int() }),
    z.strictObject({ kind: z.literal('stop'), schedule: z.number().int() }),
    z.strictObject({ kind: z.literal('quiet-card') }),
  ]),
});
export type Pending = z.infer<typeof Pending>;

export const PlaceState = z.strictObject({
  v: z.literal(2),
  /** The number of the last question; +1 for every question shown. */
  asked: z.number().int(),
  schedules: z.array(Schedule).max(10),
  /** The id of the last schedule; ids are never used again. */
  last: z.number().int(),
  pending: z.array(Pending).max(5),
});
export type PlaceState = z.infer<typeof PlaceState>;

export const freshPlace: PlaceState = { v: 2, asked: 0, schedules: [], last: 0, pending: [] };
