/**
 * Where one person stands: the present, as one JSON document of about 1 KB (refused above 16 KB).
 * The past is in records. Everything a restart must bring back exactly is here, and nothing else:
 * an exercise in progress is part of the state, not of a call stack, so coming back is reading the state.
 */
import { z } from 'zod';

const time = z.number().int();

/** A button as it was last shown, so that its label, its number or "the second" can be typed. The press is in wire form. */
const Shown = z.strictObject({ label: z.string(), press: z.string() });

/** The one open question. `kind` names what it is about; the responder that asked it takes the answer. */
export const Question = z.strictObject({
  of: z.number().int(),
  at: time,
  /** `text`: the next free text may be the answer. */
  expects: z.enum(['choice', 'text', 'scale', 'pick', 'time']),
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('step'), flow: z.string(), step: z.string() }),
    /** "Shall we go on?" after an interruption. */
    z.strictObject({ kind: z.literal('resume'), flow: z.string() }),
    /** "Was that your entry, or a question for me?" The text waits, encrypted, for the answer. */
    z.strictObject({ kind: z.literal('entry'), flow: z.string(), step: z.string(), text: z.string(), intent: z.string() }),
    /** "Did you mean ..." and "Not what I meant". */
    z.strictObject({ kind: z.literal('meant') }),
    /** "It is about my safety", help, or a low safety slider: which kind of danger? */
    z.strictObject({ kind: z.literal('which-danger') }),
    /** A stage of the safety reply in `state.safety`. */
    z.strictObject({ kind: z.literal('safety'), stage: z.enum(['plain', 'plain-again', 'read', 'read-again', 'covered', 'country', 'country-name', 'about-now', 'barrier']) }),
    z.strictObject({ kind: z.literal('forget') }),
    z.strictObject({ kind: z.literal('export') }),
    z.strictObject({ kind: z.literal('settings'), what: z.enum(['menu', 'country', 'zone', 'hide-word', 'return-word', 'role', 'locks', 'clear', 'open-word']) }),
    /** The word that opens what was kept; `to`: the menu page that was asked for. */
    z.strictObject({ kind: z.literal('open-word'), to: z.string() }),
    /** The check-in for two on two phones: how, the other's code, whether to begin, and "Is today a good day for this?" */
    z.strictObject({ kind: z.literal('pair'), what: z.enum(['how', 'code', 'agree', 'day']), code: z.string().nullable() }),
    /** Setting up one's own weekly check-in. `at`: HH:MM. */
    z.strictObject({ kind: z.literal('plan'), what: z.enum(['offer', 'day', 'time', 'zone']), day: z.number().int().nullable(), time: z.string().nullable() }),
    /** "Is now a good time?" for the timer of this name. */
    z.strictObject({ kind: z.literal('reminder'), timer: z.string() }),
    /** What became of a promise: kept, partly, not this time. */
    z.strictObject({ kind: z.literal('promise'), record: z.string() }),
    /** Delete this kept thing? */
    z.strictObject({ kind: z.literal('kept'), record: z.string() }),
    /** What to put on the page for a counsellor. */
    z.strictObject({ kind: z.literal('counsellor') }),
    /** The step of a path: done, or the look back at its end. */
    z.strictObject({ kind: z.literal('path'), what: z.enum(['step', 'end']) }),
  ]),
});
export type Question = z.infer<typeof Question>;

/** An exercise or check-in under way. The last of `state.running` is the one in front. */
export const Running = z.strictObject({
  flow: z.string(),
  step: z.string(),
  /** Waiting steps already passed, oldest first: for Back, and to find the nearest surviving step after a content change. */
  trail: z.array(z.string()).max(60),
  /** What was written, chosen and rated so far, by the step's `save` name. */
  entries: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  since: time,
  /** The week of the community slot it answers, if any. */
  slot: z.string().nullable(),
});
export type Running = z.infer<typeof Running>;

export const Settings = z.strictObject({
  country: z.string().nullable(),
  zone: z.string().nullable(),
  language: z.string().nullable(),
  plain: z.boolean(),
  role: z.enum(['hurt', 'hurt-someone', 'both']).nullable(),
  hideWord: z.string().nullable(),
  returnWord: z.string().nullable(),
  /** ISO weekday 1-7 and HH:MM of one's own weekly check-in. */
  checkIn: z.strictObject({ day: z.number().int().min(1).max(7), at: z.string() }).nullable(),
  /** When the chat is cleared by itself. */
  clear: z.enum(['never', 'hour', 'night']),
  /** Asked for before progress, kept things, export and settings. */
  openWord: z.string().nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const State = z.strictObject({
  v: z.literal(2),
  turns: z.number().int(),
  asked: z.number().int(),
  /** Phrase -> the variant last said, for the phrases said most recently: never the same words twice in a row. */
  said: z.record(z.string(), z.number().int()),
  since: time,
  last: time,
  /** When this stretch of use began. */
  session: time,
  /** When the disclosure was last given; 0 before. */
  told: time,
  /** The rest of the first words still waits for a pause. */
  greeted: z.boolean(),
  question: Question.nullable(),
  /** The choice just taken: pressed again, it is silent. */
  taken: z.strictObject({ of: z.number().int(), choice: z.string() }).nullable(),
  shown: z.array(Shown).max(30),
  /** The last `open` press: the same one within 10 s is silent. */
  opened: z.strictObject({ press: z.string(), at: time }).nullable(),
  running: z.array(Running).max(3),
  /** Hours of rest after an exercise that ended for today: flow -> until. */
  resting: z.record(z.string(), time),
  /** The path being walked: which one, which week (0 to 3), since when. It waits; no date is ever missed. */
  path: z.strictObject({ id: z.string(), week: z.number().int(), since: time }).nullable(),
  /** What the conversation is about: "more", "why", "shorter" stay with it. `next`: readings offered by "Not what I meant". */
  topic: z.strictObject({ id: z.string(), at: time, next: z.array(z.string()), more: z.boolean() }).nullable(),
  /** The last answers given, newest first, at most eight: for variants and for the same question a third time. */
  recent: z.array(z.strictObject({ id: z.string(), at: time, n: z.number().int() })).max(8),
  misses: z.number().int(),
  /** Which gists of unanswered questions this person has been counted for, as numbers that do not tell them (see `unanswered.ts`). */
  counted: z.array(z.number().int().min(0).max(4095)).max(20).default([]),
  locks: z.strictObject({
    /** Set at a disclosure; only the person's own word takes it back. */
    abuse: time.nullable(),
    /** Until, ms UTC. */
    crisis: time.nullable(),
    /** They say they hurt or threaten a partner: apology, forgiveness and second chance rest too. */
    harm: time.nullable(),
    minor: z.boolean(),
  }),
  /** The safety reply under way. `set`: what this message set, taken back by "That is not what I meant". */
  safety: z.strictObject({ reply: z.string(), kind: z.string(), who: z.string(), when: z.string(), at: time, set: z.array(z.enum(['abuse', 'crisis', 'harm', 'minor'])) }).nullable(),
  /** Safety replies of the last 24 h: never the same words twice. */
  replied: z.record(z.string(), z.strictObject({ at: time, n: z.number().int() })),
  settings: Settings,
  hidden: z.boolean(),
  /** The word that opens was given: until when it stays open, and how often a wrong one came since when. */
  door: z.strictObject({ until: time, wrong: z.number().int(), since: time }),
  /** Where this person stands in a check-in with somebody on another phone. Nothing of the other person is in here. `ready` and `told`: they were asked to look, and are not asked again. */
  pair: z.strictObject({ role: z.enum(['first', 'second']), stage: z.enum(['invited', 'agree', 'day', 'answered', 'ready', 'walk', 'told']), since: time }).nullable(),
  /** Codes typed in vain since then: nobody can try them all. */
  codesTried: z.strictObject({ n: z.number().int(), since: time }),
  /** Whether the person has said that their direct messages on Discord are theirs to be written to. */
  direct: z.enum(['unknown', 'asked', 'yes']).default('unknown'),
  /** What the next reply has to mention once: a send whose result was never known, or closed direct messages. */
  mention: z.enum(['maybe-missing', 'dm-closed']).nullable(),
});
export type State = z.infer<typeof State>;

/** The largest document that is accepted, in characters of JSON. */
export const maxStateLength = 16_384;

