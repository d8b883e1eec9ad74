/**
 * The bot's small sentences and button labels by id, and the words people type for its controls.
 * The words themselves are in `content/phrases.yaml` and `content/words.yaml`; the content check proves
 * that every id here has words, that no other id stands there, and that the placeholders agree.
 */

/** Phrase id -> the names that its text may hold as `{name}`. */
export const phraseSpecs = {
  'first.what': ['name'],
} as const satisfies Record<string, readonly string[]>;
export type PhraseId = keyof typeof phraseSpecs;

export const wordIds = ['back', 'skip', 'pause', 'stop', 'go-on', 'menu', 'help', 'yes', 'no', 'more', 'why', 'how', 'example', 'shorter', 'source', 'hide', 'keep', 'discard', 'done'] as const;
export type WordId = (typeof wordIds)[number];
