/**
 * Everything the bot knows and says, compiled from `content/` and `intents/` and deep-frozen.
 * The conversation reads it and never changes it; a turn sees one version from start to end.
 */
import type { IntentId, SafetyKind, When, Who } from './reading.ts';
import type { PhraseId, WordId } from './phrases.ts';

export const lockNames = ['abuse', 'crisis', 'minor'] as const;
export type Lock = (typeof lockNames)[number];

/** Where a text comes from and how far it can be trusted. Every unit that is shown carries one. */
export interface Provenance {
  /** Sections of the source document, or `own`. */
  readonly source: readonly string[];
  readonly evidence: { readonly strength: 'strong' | 'some' | 'practice'; readonly note: string };
  /** `none` until a real person signs: "name, role, date". */
  readonly reviewed: string;
}

export interface Answer extends Provenance {
  readonly id: IntentId;
  /** Button label, at most 30 characters. */
  readonly title: string;
  readonly related: readonly IntentId[];
  readonly exercise: IntentId | null;
  readonly locks: readonly Lock[];
  /** Helps somebody decide about the relationship: at night it opens with "nothing has to be decided tonight". */
  readonly deciding: boolean;
  /** The short text and its variants: at least one. */
  readonly texts: readonly string[];
  readonly shorter: string;
  readonly more: string | null;
  /** Replaces all of it after a disclosure of abuse. */
  readonly unsafe: string | null;
  /** For somebody who did the hurting. */
  readonly betrayer: string | null;
}

interface StepBase {
  /** Ids of waiting steps never change meaning. */
  readonly id: string;
  readonly text: string;
  /** The step after this one; null only on `end`. */
  readonly next: string | null;
  readonly skip: boolean;
  /** The press is not shown on a shared phone. */
  readonly private: boolean;
  /** Whose step it is: on one phone, who holds it; on two, the other one waits or passes it. */
  readonly turn: 'first' | 'second' | null;
}
/** `safety`: a tap that tells of danger is answered like the same words typed. */
export interface Option { readonly id: string; readonly label: string; readonly go: string; readonly safety: SafetyKind | null }
export type Step =
  | (StepBase & { readonly kind: 'say' })
  | (StepBase & { readonly kind: 'write'; readonly save: string | null; readonly max: number; readonly count: number; readonly orDone: boolean })
  | (StepBase & {
      readonly kind: 'scale'; readonly from: number; readonly to: number; readonly low: string; readonly high: string; readonly save: string | null;
      /** Checked from the smallest bound up: a value below `under` goes to `go`. */
      readonly below: readonly { readonly under: number; readonly go: string }[];
      /** The id of an earlier scale that asked the same: a worse value here stops the exercise gently. */
      readonly after: string | null;
    })
  | (StepBase & { readonly kind: 'choose'; readonly choices: readonly Option[]; readonly save: string | null })
  | (StepBase & { readonly kind: 'pick'; readonly options: readonly { readonly id: string; readonly label: string }[]; readonly atMost: number; readonly save: string | null })
  | (StepBase & { readonly kind: 'pace'; readonly phases: readonly { readonly label: string; readonly seconds: number }[]; readonly minutes: number })
  /** Asks when to ask; saves ms UTC as text. `minutes`: the offers, counted from now, so that no time zone is needed. */
  | (StepBase & { readonly kind: 'time'; readonly save: string | null; readonly minutes: readonly number[] })
  /** Text with `{saved}` names filled in, then Keep or Discard when `keep` is set. */
  | (StepBase & { readonly kind: 'show'; readonly keep: 'result' | 'promise' | 'check-in' | null })
  /** What was saved as `of` is shown to its writer as the other person would read it; only "share it" lets it cross. The other one waits here. */
  | (StepBase & { readonly kind: 'share'; readonly of: string })
  /** `rest`: hours before this exercise can be started again from here. `offer`: what fits next, as buttons. */
  | (StepBase & { readonly kind: 'end'; readonly rest: number; readonly offer: readonly IntentId[] });

/** A guided exercise or a check-in: an ordered list of steps that a person walks one at a time. */
export interface Flow extends Provenance {
  /** `exercise.boundary`, `check-in.trust` for a question set, `pair.check-in` for two people on two phones. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly locks: readonly Lock[];
  readonly steps: readonly Step[];
}

export interface Slider { readonly id: string; readonly ask: string; readonly low: string; readonly high: string }
export interface QuestionSet {
  readonly id: string;
  readonly title: string;
  readonly for: readonly ('person' | 'community')[];
  readonly reviewed: string;
  readonly sliders: readonly Slider[];
  readonly line: string | null;
  readonly prompts: readonly string[];
}

export type LineKind = 'emergency' | 'suicide' | 'abuse' | 'sexual-assault' | 'child' | 'own-behaviour' | 'men' | 'lgbt' | 'directory';
export interface HelpLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly name: string;
  /** As printed by the source: never reformatted. */
  readonly call: string | null;
  readonly text: string | null;
  readonly chat: string | null;
  readonly url: string | null;
  readonly hours: string;
  readonly note: string | null;
  readonly source: string;
  /** ISO date of the last check. */
  readonly checked: string;
  readonly how: 'phoned' | 'page' | 'dataset' | 'memory';
}
export interface Country {
  /** ISO 3166-1 alpha-2; `ZZ` holds the worldwide directories. */
  readonly code: string;
  readonly names: readonly string[];
  readonly emergency: readonly string[];
  /** How to ask for help by text or without speaking, where the data has it. */
  readonly silent: string | null;
  /** Only lines that may be shown. */
  readonly lines: readonly HelpLine[];
}

export interface SafetyReply {
  readonly id: string;
  readonly kind: SafetyKind;
  readonly who: readonly Who[];
  readonly when: readonly When[];
  readonly locks: readonly Lock[];
  readonly reviewed: string;
  /** Variants, at most two sentences each. */
  readonly care: readonly string[];
  readonly lines: readonly LineKind[];
  /** Ask whether it is safe to read on before anything longer is shown. */
  readonly safeToRead: { readonly ask: string; readonly no: 'cover' } | null;
  /** Shown after care and lines (after "safe to read: yes" where that is asked). */
  readonly more: string | null;
  /** Ask plainly: yes and not sure lead to the hard reply `yes`. */
  readonly plain: { readonly ask: string; readonly yes: SafetyKind } | null;
  readonly barrier: { readonly ask: string; readonly choices: readonly { readonly label: string; readonly reply: string }[] } | null;
  readonly offer: readonly IntentId[];
}

export interface Path { readonly id: string; readonly title: string; readonly weeks: readonly { readonly unit: string; readonly why: string }[] }

/** What an intent leads to: an answer or flow of the same id, or something built in. */
export interface IntentEntry { readonly id: IntentId; readonly about: string; readonly builtIn: string | null }

export interface Knowledge {
  /** SHA-256 of all content, hex; logged at start. */
  readonly hash: string;
  readonly language: string;
  readonly phrases: Readonly<Record<PhraseId, readonly string[]>>;
  /** What people type for the controls: `stop`, `back`, `yes`, numbers in words. Folded (see `typed.ts`). */
  readonly words: Readonly<Record<WordId, readonly string[]>>;
  readonly answers: Readonly<Record<IntentId, Answer>>;
  readonly flows: Readonly<Record<string, Flow>>;
  readonly sets: Readonly<Record<string, QuestionSet>>;
  readonly paths: readonly Path[];
  /** Most specific first for one kind. */
  readonly safety: readonly SafetyReply[];
  readonly countries: Readonly<Record<string, Country>>;
  readonly intents: Readonly<Record<IntentId, IntentEntry>>;
  /** Section of the source document -> its subject in our words. */
  readonly sections: Readonly<Record<string, string>>;
}

/** Knowledge by language; `en` is always there and complete. */
export type Library = Readonly<Record<string, Knowledge>> & { readonly en: Knowledge };

/** What Quick exit can show: everyday tips on one of these. The words are in `content/phrases.yaml` under `cover.`. */
export const coverTopics = ['houseplants', 'cooking', 'birds'] as const;
export type CoverTopic = (typeof coverTopics)[number];

/** What the operator decides and people are told: who runs this bot, what it is called, what the cover looks like. */
export interface Operator {
  readonly name: string;
  /** Who runs the bot and how to reach them; null only at the terminal. */
  readonly contact: string | null;
  /** The topic that Quick exit shows. */
  readonly cover: CoverTopic;
}
