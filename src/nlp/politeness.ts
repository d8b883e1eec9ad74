/**
 * What people say around what they want: a greeting, an apology for writing, "can I ask you something", thanks. It carries no ask,
 * and read along with the rest it pulls the reading towards small talk. A message of nothing else is whole: then it is the message.
 */
import { asks } from './asking.ts';
import { wordsOf } from './words.ts';

/** How surely a sentence by itself is a greeting, thanks or a goodbye to the model, 0..1; 0 when it is something else first. */
export type SmallTalk = (sentence: string) => number;

/** The sentences that carry something, without polite words at their ends; as they were where none does. */
export function withoutPoliteness(sentences: readonly string[], smallTalk: SmallTalk): readonly string[] {
  const kept = sentences.filter((sentence) => !isPolite(sentence)).map((sentence) => withoutEnds(sentence, smallTalk));
  if (kept.every((sentence) => wordsOf(sentence).every(isCourteous))) return sentences;
  const told = kept.length < 2 ? kept : kept.filter((sentence) => sentence.length > longestSmallTalk || asks(sentence) || smallTalk(sentence) < surely);
  return told.length > 0 ? told : kept;
}
/** Characters. */
const longestSmallTalk = 60;
const surely = 0.7;

/** Nothing but polite words, one of them a word that makes it so: "sorry to bother you", not "to you". */
export function isPolite(sentence: string): boolean {
  const words = wordsOf(sentence);
  return words.some((word) => telling.has(word)) && words.every(isCourteous);
}

/** `Hi, how do I forgive her, thanks` is "how do I forgive her". Three words at least are left, or nothing goes: "hey how's it going" is one greeting. */
function withoutEnds(sentence: string, smallTalk: SmallTalk): string {
  const pieces = sentence.split(/(?<=[,:–—]) |(?<=^(?:hi|hello|hey|hiya|hola)) /iu);
  if (pieces.length === 1) return sentence;
  const from = pieces.findIndex((piece) => !isPolite(piece));
  const to = pieces.findLastIndex((piece) => !isPolite(piece)) + 1;
  const rest = pieces.slice(from, to).join(' ');
  if (from === -1 || to - from === pieces.length || wordsOf(rest).length < fewestWords || smallTalk(sentence) > 0) return sentence;
  return to === pieces.length ? rest : rest.replace(/[,:–—]$/u, sentence.endsWith('?') ? '?' : '');
}
const fewestWords = 3;

const isCourteous = (word: string): boolean => telling.has(word) || around.has(word);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const telling = set(
  'hi hiya hello hey heya howdy greetings morning evening afternoon sorry apologies apologise apologize pardon excuse bother bothering disturb disturbing ' +
    'thanks thank thankyou thx tnx ty tysm cheers appreciate appreciated grateful regards sincerely welcome bye goodbye ask asking question questions ' +
    'wondering hope hoping bear place busy help advice hola buenas gracias perdon saludos',
);
const around = set(
  'a able an all also am and any anyone anything anyway are around at be been bad before being best but by can come could couple day dear doing dont dump each else ' +
    'english even everybody everyone few fine first folks for friend from give go going good great guys have having here hopefully i id if ill im in interrupt is it its ' +
    'just kind kindly know late least listen listening little long lot lots madam many may maybe me mean message messaging might mind minute moment much ' +
    'my need new nice not of off oh ok okay on one or out patience perhaps please pls plz posting post quick quickly ramble rambling random read reading ' +
    'really right sec second silly simple sir small so some someone something spare stupid super sure take taking team text texting that thats the there these thing things this ' +
    'time times tips to today tonight trouble troubling turn u ur unload vent very wall want wanted was we week weekend well were weird whoever who will with would wouldnt write writing you your youre yours advance ' +
    'busy burden burdening bot mend night por molestar muchas dias tardes noches buenos tu su ayuda',
);
