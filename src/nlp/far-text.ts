/**
 * Everyday questions about everything else: shopping, travel, weather, machines, numbers, illnesses. They are learnt as out of scope
 * beside what authors wrote, because "how much ..." or "give me a list of ..." alone says nothing about trust.
 * Forms and things are put together in turn, always the same way. Intents that are about such things keep their own words:
 * the classifier weighs both.
 */
import { outside, type Lesson } from './model.ts';

/** The lessons, with far text under `out-of-scope`; unchanged when there is no such lesson. */
export function withFarText(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.map((lesson) => (outside.has(lesson.intent) ? { ...lesson, says: [...lesson.says, ...farText()] } : lesson));
}

/** Every form with four things. */
export function farText(): string[] {
  return forms.flatMap((form, at) => [0, 1, 2, 3].map((turn) => form.replace('*', things[(at * 7 + turn * 41) % things.length]!)));
}

const forms = [
  'what is the *', 'what is a *', 'what are the best *', 'whats the price of *', 'who invented the *', 'who wrote about *', 'who is the owner of the *', 'who won the *', 'who sings *',
  'where can i buy *', 'where can i get *', 'where is the nearest *', 'where do i find *', 'where was the * made', 'when does the * open', 'when will the * arrive', 'when is the next *', 'when was the * built',
  'why is the * so expensive', 'why does my * make a noise', 'why is my * not working', 'how do i cook *', 'how do i clean the *', 'how do i install *', 'how do i get to the *',
  'how much is the *', 'how much does * cost', 'how much * do i need', 'how many * are there', 'how long is the *', 'how long does it take to cook *', 'how long is the flight to *', 'how far is the *', 'how old is the *', 'how big is a *', 'how tall is the *', 'how often should i change the *',
  'can you order *', 'can you play *', 'can you check my *', 'can you book a *', 'can you find me a *', 'can you turn on the *', 'can you tell me the *', 'could you call the *', 'do i need a *', 'do you like *', 'do you have *', 'does the * have wifi', 'could i have *',
  'is the * open today', 'is * good for you', 'is there a * near me', 'are there any * in town', 'are * healthy', 'am i allowed to bring *', 'should i buy *', 'should i take *', 'what does * mean', 'what kind of * should i get', 'what time is the *', 'what color is the *', 'what causes *', 'what happens if i eat *',
  'give me a list of *', 'give me directions to the *', 'show me *', 'show me pictures of *', 'tell me about *', 'tell me a fact about *', 'find me *', 'find a recipe for *', 'buy *', 'order *', 'book *', 'play *', 'set a * for tomorrow', 'set up a *', 'set the * to ten', 'turn off the *', 'add * to my list', 'remove * from my list', 'make a * for me', 'make me a *', 'put * on the calendar', 'send a * to my boss', 'read me the *', 'translate * into spanish', 'convert * to miles', 'explain how a * works', 'explain *',
  'i need to order *', 'i want to buy *', 'i want to learn about *', 'i want to know the *', 'i would like some *', 'i am looking for *', 'i forgot my *', 'i have * and it hurts', 'my * is broken', 'my * hurts', 'my * has been sore for weeks', 'help me find *', 'help me choose a *', 'please check the *', 'please call the *', 'the * is great', 'the * broke again', 'best * of the year', 'cheap *', '* near me', '* for beginners', 'write a * in python', 'write an essay about *', 'recommend a *',
];
const things = [
  'weather', 'forecast', 'temperature', 'pizza', 'chicken soup', 'pasta', 'coffee', 'apples', 'rice', 'chocolate cake', 'restaurant', 'supermarket', 'bank account', 'credit card', 'mortgage', 'taxes', 'invoice', 'exchange rate', 'stock price', 'insurance policy', 'phone bill', 'salary',
  'train ticket', 'flight', 'hotel room', 'airport', 'passport', 'visa', 'rental car', 'bus', 'traffic', 'gas station', 'tires', 'engine oil', 'car battery', 'washing machine', 'dishwasher', 'printer', 'laptop', 'keyboard', 'router', 'website', 'password for my email', 'software update', 'spreadsheet', 'javascript function',
  'football match', 'basketball score', 'olympics', 'chess opening', 'movie', 'song', 'guitar chords', 'novel', 'video game', 'concert tickets', 'museum', 'president', 'election', 'capital of peru', 'population of china', 'mountain', 'river', 'planet', 'dinosaur', 'galaxy', 'chemistry', 'algebra', 'square root', 'math homework', 'history exam', 'spelling of a word',
  'fever', 'cough', 'rash', 'back pain', 'headache pills', 'vaccine', 'blood pressure', 'diabetes', 'stomach ache', 'tooth', 'knee', 'vitamins', 'weight loss diet', 'dog food', 'cat', 'goldfish', 'tomato plants', 'lawn', 'roof', 'paint', 'furniture', 'sofa', 'light bulb', 'alarm', 'timer', 'calendar', 'meeting', 'job interview', 'resume', 'warehouse job', 'lawyer for a contract', 'driving licence', 'shoes', 'winter jacket', 'haircut', 'gym', 'marathon', 'bicycle', 'lottery numbers', 'horoscope', 'joke', 'crossword', 'dollars', 'kilometers', 'bitcoin', 'electricity',
];
