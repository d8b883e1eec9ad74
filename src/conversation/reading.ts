/**
 * How a text was understood: intents with calibrated confidence, and safety, read separately.
 * Made by `nlp/` before the turn; the conversation only looks at it. Never stored.
 */

/** An id of the taxonomy: `faq.how-long`, `topic.anger`, `exercise.boundary`, `chat.help`; `out-of-scope` when nothing fits. */
export type IntentId = string;

export const safetyKinds = [
  'crisis.self-harm', 'crisis.partner-abuse', 'crisis.harm-others', 'crisis.partner-suicide-threat',
  'crisis.sexual-assault', 'crisis.child-safety', 'crisis.immediate-danger',
  'safety.is-this-abuse', 'safety.spying', 'safety.minor', 'safety.unsure',
] as const;
export type SafetyKind = (typeof safetyKinds)[number];

export const whos = ['self', 'partner', 'friend', 'child', 'other', 'unclear'] as const;
export type Who = (typeof whos)[number];
export const whens = ['now', 'past', 'recovered', 'unclear'] as const;
export type When = (typeof whens)[number];

export interface SafetyReading {
  /** `hard` stops everything; `soft` is answered with care and the conversation goes on. */
  readonly tier: 'hard' | 'soft';
  readonly kind: SafetyKind;
  /** Whose life or body it is about. */
  readonly who: Who;
  readonly when: When;
}

export interface Scored { readonly intent: IntentId; /** 0..1, calibrated */ readonly confidence: number }

export interface Reading {
  readonly intent: IntentId;
  readonly confidence: number;
  /** The three runners-up, best first. */
  readonly alternatives: readonly Scored[];
  readonly decision: 'answer' | 'choice' | 'none';
  readonly safety: SafetyReading | null;
  /** A second thing the same message asked for, confidently read. */
  readonly also: IntentId | null;
  /** What the person says of their own part, when they say it. */
  readonly role: 'hurt' | 'hurt-someone' | null;
  /** They say that they are under 18, beside whatever else. */
  readonly minor: boolean;
  /** Looks like a question or a request to the bot, and not like an entry of an exercise. */
  readonly question: boolean;
  /** BCP 47 language the text seems to be in; `und` when unclear. */
  readonly language: string;
  /**
   * What may be counted of a question that nothing fits: at most three words of a public list, without order (see `nlp/gist.ts`).
   * Null whenever there is an answer, a choice or a word of danger.
   */
  readonly gist: string | null;
  /** The words that decided, for `chat --why`. Never logged, never stored. */
  readonly why: readonly string[];
}

/** Understanding as a function. `earlier`: the person's messages of the last two minutes, oldest first, at most five. Never throws. */
export type Understand = (text: string, earlier: readonly string[]) => Reading;

/** What stays when understanding itself fails: nothing read, so the bot says honestly that it did not understand. */
export const noReading: Reading = {
  intent: 'out-of-scope', confidence: 0, alternatives: [], decision: 'none', safety: null, also: null, role: null, minor: false, question: false, language: 'und', gist: null, why: [],
};
