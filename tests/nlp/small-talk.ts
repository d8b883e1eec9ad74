/** A small set of lessons for tests: few intents, enough to tell apart. */
import type { Lesson } from '../../src/nlp/model.ts';

export const lessons: readonly Lesson[] = [
  { intent: 'faq.how-long', says: ['how long does it take to trust again', 'how many months until trust comes back', 'how long until i can trust my partner', 'when will i trust him again', 'does rebuilding trust take years', 'how much time does trust need', 'how long will this take', 'is there a usual time for trust to return'] },
  { intent: 'faq.how-to-forgive', says: ['how do i forgive him', 'i want to forgive her but i cannot', 'how can i forgive my partner', 'is forgiving possible after this', 'what helps to forgive', 'ways to forgive someone who hurt me', 'how to let go of what she did', 'i cannot forgive my wife'] },
  { intent: 'topic.rebuild-as-betrayer', says: ['i cheated and want to earn it back', 'i lied to my wife how do i make it right', 'how do i win back trust after i cheated', 'i had an affair and i regret it', 'i betrayed my husband what can i do', 'i was unfaithful and want to repair it', 'i broke her trust', 'i cheated on him how do i fix it'] },
  { intent: 'faq.after-infidelity', says: ['he cheated on me what now', 'how do i trust her after she cheated', 'my husband had an affair', 'my wife was unfaithful how do i go on', 'she betrayed me and i stayed', 'trusting after he cheated', 'my partner cheated how do i cope', 'he slept with someone else'] },
  { intent: 'exercise.breathing', says: ['help me breathe', 'start the breathing exercise', 'i want to slow my breath', 'breathing please', 'let us breathe together', 'guide my breathing', 'paced breathing', 'calm breathing exercise'] },
  { intent: 'topic.set-boundary', says: ['how do i set a boundary', 'how can i say no to my partner', 'i need to set limits', 'how to keep a boundary', 'what do i say to set a boundary', 'setting boundaries with him', 'she ignores my limits how do i hold them', 'help me say my limit'] },
  { intent: 'chat.greet', says: ['hi', 'hello', 'good morning', 'hey there', 'hi bot', 'good evening', 'hello again', 'hey'] },
  { intent: 'chat.thanks', says: ['thanks', 'thank you', 'thanks a lot', 'thank you so much', 'that helped thanks', 'cheers', 'many thanks', 'i appreciate it'] },
  { intent: 'out-of-scope', says: ['what is the weather today', 'write me some code', 'who won the football match', 'translate this into spanish', 'what is the capital of peru', 'book a table for two', 'how do i fix my printer', 'play some music', 'convert dollars to euros', 'best pizza in town'] },
];

/** Stands for the dictionary where a test needs no real one. */
export const noEnglish = (): boolean => false;
