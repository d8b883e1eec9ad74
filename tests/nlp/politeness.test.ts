import { describe, expect, test } from 'vitest';
import { isPolite, withoutPoliteness } from '../../src/nlp/politeness.ts';
import { sentencesOf } from '../../src/nlp/sentences.ts';

const told = (text: string): readonly string[] => withoutPoliteness(sentencesOf(text), () => 0);

describe('polite words around an ask', () => {
  test.each(['Hi', 'Good evening everyone.', 'Sorry to bother you', 'Can I ask you something?', 'Any advice would be appreciated', 'Thank you for listening', 'hola, buenas tardes'])('%j says nothing more', (text) => {
    expect(isPolite(text)).toBe(true);
  });

  test.each(['Thank you for nothing, I hate this', 'How do I say sorry', 'Can I trust you?', 'to you', 'I am sorry I cheated', '...'])('%j says more', (text) => {
    expect(isPolite(text)).toBe(false);
  });

  test('are left out wherever they stand', () => {
    expect(told('Hi there! Sorry for the long message. How do I forgive her? Thanks in advance.')).toEqual(['How do I forgive her?']);
    expect(told('hello, how do i forgive her, thanks')).toEqual(['how do i forgive her']);
    expect(told('hi how do i forgive her')).toEqual(['how do i forgive her']);
  });

  test('stay where there is nothing else, or too little', () => {
    expect(told('Hi. Thank you.')).toEqual(['Hi.', 'Thank you.']);
    expect(told('hi, help')).toEqual(['hi, help']);
    expect(told('hi! are you doing okay')).toEqual(['hi!', 'are you doing okay']);
  });

  test('in words of their own are told by the model, but never when they ask', () => {
    const loud = (sentence: string): number => (/star|going/.test(sentence) ? 0.9 : 0);
    expect(withoutPoliteness(['How do I forgive her?', 'You are a star'], loud)).toEqual(['How do I forgive her?']);
    expect(withoutPoliteness(['He left.', 'how is it going'], loud)).toEqual(['He left.', 'how is it going']);
    expect(withoutPoliteness(["hey how's it going"], loud)).toEqual(["hey how's it going"]);
  });
});

describe('a line break', () => {
  test.each([
    ['within a sentence', 'how\ndo i\nforgive her', ['how do i forgive her']],
    ['before a word with a capital', 'he lied to me again\nWhat now', ['he lied to me again', 'What now']],
    ['before an ask', 'he lied to me again\nhow do i forgive him', ['he lied to me again', 'how do i forgive him']],
    ['after a mark', 'he lied!\nagain and again', ['he lied!', 'again and again']],
    ['that leaves a line blank', 'he lied to me\n\nagain and again', ['he lied to me', 'again and again']],
    ['in a list', 'i want\n- more talk\n- less noise', ['i want', '- more talk', '- less noise']],
    ['after a greeting and before thanks', 'hi there\nhow do i forgive\nthanks', ['hi there', 'how do i forgive', 'thanks']],
    ['of a letter, wrapped', 'We met when I was young and he\nwas kind then', ['We met when I was young and he was kind then']],
  ])('%s', (_where, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});
