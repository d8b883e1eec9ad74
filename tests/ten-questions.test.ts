/** The ten questions that people ask most: word for word, and in other words that were never learned from. */
import { describe, expect, it } from 'vitest';
import { projectContent, projectUnderstanding } from './knowledge-of-project.ts';
import { startTalk } from './talk.ts';

const { library, understand } = projectUnderstanding();
const questions: Readonly<Record<string, string>> = {
  'faq.how-long': 'How long does it take to rebuild trust?',
  'faq.unwilling-partner': 'What if my partner isn’t willing to work on rebuilding trust?',
  'faq.after-infidelity': 'How can I trust again after being cheated on?',
  'faq.fully-trust-again': 'Is it possible to fully trust someone after trauma?',
  'faq.afraid-vulnerable': 'What if I’m afraid of being vulnerable?',
  'faq.improve-communication': 'How can I improve communication in my relationship?',
  'faq.healthy-boundaries': 'What are healthy boundaries in a relationship?',
  'faq.how-to-forgive': 'How can I forgive my partner for hurting me?',
  'faq.when-to-leave': 'When should I consider ending the relationship?',
  'faq.find-support': 'Where can I find support and resources for rebuilding trust?',
};

/** What somebody sees who asks this in a new talk: the answer, sure or called a guess, or nothing of it. */
function answered(id: string, text: string): boolean {
  const talk = startTalk({ library, understand });
  talk.command('start');
  const reply = talk.say(text);
  const answer = library.en.answers[id];
  return [...(answer?.texts ?? []), answer?.betrayer ?? ''].some((each) => each !== '' && reply.text.includes(each));
}

describe('the ten questions', () => {
  it.each(Object.entries(questions))('%s: "%s" gets its own answer', (id, text) => {
    expect(understand(text, [])).toMatchObject({ intent: id, decision: 'answer' });
    expect(answered(id, text)).toBe(true);
  });

  const exam = (projectContent().exams['en'] ?? []).filter((row) => row.intent in questions);

  it('are answered in other words too: at least nine of ten that were never learned from', () => {
    expect(exam.length).toBeGreaterThanOrEqual(100);
    const missed = exam.filter((row) => !answered(row.intent, row.says)).map((row) => `${row.intent}: ${row.says}`);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(exam.length * 0.1);
  });

  it('are hardly ever answered with something else as if it were sure', () => {
    const wrong = exam.filter((row) => { const { decision, intent } = understand(row.says, []); return decision === 'answer' && intent !== row.intent; });
    expect(wrong.length, wrong.map((row) => row.says).join('\n')).toBeLessThanOrEqual(exam.length * 0.03);
  });
});
