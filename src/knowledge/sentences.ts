/** Sentences and words of a text, as a reader counts them. Every line of a list is a sentence of its own. */

/** A sentence ends with . ? ! or … where something new begins after it: "If ... then" goes on. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?…]["'”’)]*)\s+(?=["'“‘(]*[\p{Lu}\d])/u)
    .map((sentence) => sentence.replace(/^\s*(?:-|\d+\.)\s+/, '').trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** Letters and digits with the apostrophes and hyphens inside them; what is filled in later (`{name}`) counts as one word. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\{[\w-]+\}|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
}
