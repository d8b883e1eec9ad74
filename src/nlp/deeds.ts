/**
 * Who did what: `@self:betray`, `@other:betray`, `@self:not-betray`.
 * "I cheated" and "he cheated" share almost all their letters and mean opposite things, so the doer is read by rule
 * and given to the classifier as one more word. Only deeds that change the answer are looked for.
 * The nearest subject before the verb did it; "was", "got" or "been" before the verb turn it round; so does "me" after it.
 */

export type Deed = `@${'self' | 'other'}:${'' | 'not-'}${string}`;

/** Deeds in the order told. `words` as from `wordsOf`: lower case, no apostrophes. */
export function deedsOf(words: readonly string[]): Deed[] {
  const deeds: Deed[] = [];
  let subject: 'self' | 'other' | null = null;
  let negatedAt = -9;
  let passiveAt = -9;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (selves.has(word)) subject = 'self';
    else if (others.has(word)) subject = 'other';
    if (negations.has(word)) negatedAt = i;
    if (passives.has(word)) passiveAt = i;
    const deed = deedNames.get(word);
    if (deed === undefined || (word === 'with' && !slept.has(words[i - 1] ?? ''))) continue;
    const next = words[i + 1] ?? '';
    const object = next === 'on' || next === 'to' || next === 'by' ? (words[i + 2] ?? '') : next;
    if (needsObject.has(deed) && subject !== 'other' && !objects.has(object)) continue;
    const turned = subject === 'self' && i - passiveAt <= 2 && participle(word);
    const doer = turned || object === 'me' || object === 'us' ? 'other' : (subject ?? (object === '' ? null : 'other'));
    if (doer === null) continue;
    deeds.push(`@${doer}:${i - negatedAt <= 3 ? 'not-' : ''}${deed}`);
  }
  return deeds;
}

/** What the person says of their own part: hurt, or hurt someone; null when neither or both are said. */
export function roleOf(deeds: readonly Deed[]): 'hurt' | 'hurt-someone' | null {
  const did = deeds.some((deed) => harms.some((harm) => deed === `@self:${harm}`));
  const suffered = deeds.some((deed) => harms.some((harm) => deed === `@other:${harm}`));
  return did === suffered ? null : did ? 'hurt-someone' : 'hurt';
}

/**
 * The role in a message. Somebody who found out about an affair, or wants to forgive cheating, names the deed and did not do it: as a noun
 * it counts only behind a verb that does it. To take a betrayed person for the betrayer is the worse mistake, so in doubt there is no role.
 */
export function roleIn(words: readonly string[]): 'hurt' | 'hurt-someone' | null {
  const isDone = (index: number, verbs: ReadonlySet<string>, within: number): boolean => words.slice(Math.max(0, index - within), index).some((word) => verbs.has(word));
  return roleOf(deedsOf(words.map((word, index) => {
    if (affairs.has(word)) return isDone(index, having, 3) ? word : 'it';
    return gerunds.has(word) && !isDone(index, doing, 2) ? 'it' : word;
  })));
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const selves = set('i im ive id ill we weve');
const others = set(
  'he she they hes shes theyve theyre hed shed husband wife partner boyfriend girlfriend bf gf ex hubby spouse fiance fiancee so man woman guy dude mom mum dad mother father who someone',
);
const negations = set('not never no dont didnt doesnt wont cant cannot couldnt havent hasnt hadnt isnt wasnt arent wouldnt without aint nor');
const passives = set('was were got get gets getting been being am is keep');
const slept = set('slept sleeping sleep sleeps');
const objects = set('me us him her them my you someone somebody people this our the a');

const affairs = set('affair affairs');
const having = set('had have has having started');
const gerunds = set('cheating betraying lying');
const doing = set('am im was been keep kept keeps stop stopped is hes shes were are theyre');

const harms = ['betray', 'lie', 'hurt'] as const;
/** Said of oneself these need somebody it was done to: "I hurt" is a feeling, "I hurt her" a deed. */
const needsObject = set('hurt leave');
const deedWords: Readonly<Record<string, string>> = {
  betray: 'cheat cheats cheated cheating betray betrays betrayed betraying unfaithful affair affairs with',
  lie: 'lie lies lied lying',
  hurt: 'hurt hurts hurting hit hits hitting harmed slapped pushed',
  leave: 'leave leaves left leaving',
  forgive: 'forgive forgives forgave forgiven forgiving',
  trust: 'trust trusts trusted trusting',
  apologise: 'apologise apologises apologised apologising apologize apologizes apologized apologizing',
  change: 'change changes changed changing',
};
const deedNames: ReadonlyMap<string, string> = new Map(
  Object.entries(deedWords).flatMap(([deed, words]) => words.split(' ').map((word) => [word, deed] as const)),
);
const participle = (word: string): boolean => word.endsWith('ed') || word === 'hurt' || word === 'hit' || word === 'left' || word === 'forgiven';
