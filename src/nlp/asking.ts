/**
 * Does it ask something of the bot? "How do I forgive her" and "show my progress" do; "If he is late, I breathe first" does not.
 * Read from the form of the sentence alone, in microseconds; the subject does not matter.
 */
import { sentencesOf } from './sentences.ts';
import { plain } from './words.ts';

/** True when any sentence of the text asks or requests. */
export function asks(text: string): boolean {
  return sentencesOf(text).some((sentence) => /\?["'”’)\]*\s]{0,3}$/u.test(sentence) || opening.test(plain(sentence)));
}

/** Question words, turned-round verbs, and requests, after any number of small opening words. */
export const opening = new RegExp(
  `^\\W*(?:(?:so|and|but|ok|okay|well|um|hi|hello|hey|please|pls|also|then|because|just)\\W+){0,3}(?:${[
    '(?:how|what|whats|why|when|whens|where|wheres|who|whos|which|whose|hows|wdyt)\\b(?! i (?:feel|do|did|am|was|have|had|will)\\b)',
    '(?:can|could|should|would|will|is|are|am|do|does|did|has|have|was|were|shall|may|might|isnt|arent|dont|doesnt|didnt|cant|shouldnt|wont) (?:i|we|you|he|she|they|it|my|the|there|this|that|people|someone|anyone|our|a|trust|love)\\b',
    '(?:tell|show|teach|help|give|explain|remind|recommend|suggest|send|find|start|begin|stop|cancel|delete|erase|forget|remove|export|download|list|open|change|switch|set|walk|guide|calm|talk)(?: (?:me|us|my|the|a|an|some|to|all|everything|reminders|reminding|with|up|off|out|over|through|about)\\b|$)',
    'i (?:want|need|would like|wish|d like) (?:to (?:know|do|start|try|learn|talk|see|delete|stop|change|practise|practice|make|hear|ask|understand|write)|help|advice|you to|some|a|an)\\b',
    'id like\\b', 'im (?:looking for|wondering|trying to (?:find|understand|learn))\\b', '(?:any|got any) (?:advice|tips|ideas|help|suggestions|books|exercises|way)\\b', 'is it\\b', 'lets\\b',
  ].join('|')})`,
);
