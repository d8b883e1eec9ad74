/** What an author reads about a mistake in an answer, an exercise or another file. */
import { describe, expect, test } from 'vitest';
import { phraseSpecs } from '../../src/conversation/phrases.ts';
import { type Problem, collecting } from '../../src/knowledge/problem.ts';
import { formatProblems } from '../../src/knowledge/report.ts';
import { readPhrases, readWords } from '../../src/knowledge/word-lists.ts';
import { answer, checkIn, exercise, helplines, intent, said, safety, titled } from './tree.ts';

const inAnswer = (from: string, to: string): string => said({ 'content/answers/faq/how-to-forgive.md': answer.replace(from, to) });
const inExercise = (from: string, to: string): string => said({ 'content/exercises/promise.yaml': exercise.replace(from, to) });
const walk = (...steps: string[]): string => said({ 'content/exercises/promise.yaml': `${exercise.slice(0, exercise.indexOf('steps:'))}steps:\n${steps.map((step) => `  - { ${step} }\n`).join('')}` });

describe('answers', () => {
  test('a misspelt key', () => {
    expect(inAnswer('title:', 'titel:')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:2  "titel" is not a key that is known here.
            Did you mean "title"?"
    `);
  });

  test('a title that is too long for a button', () => {
    expect(inAnswer('title: Forgiving', 'title: Forgiving somebody who hurt you badly')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:2  "title" has 37 characters; at most 30.
            The button label, at most 30 characters: "title: Forgiving"."
    `);
  });

  test('a strength that does not exist', () => {
    expect(inAnswer('strength: some', 'strength: strnog')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:4  "strength" has "strnog", which is not known here.
            Did you mean "strong"?"
    `);
  });

  test('no front matter', () => {
    expect(said({ 'content/answers/faq/how-to-forgive.md': 'Forgiving is something.' })).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:1  The part between two lines "---" at the top is missing.
            Begin the file with ---, then title, source, evidence, reviewed, then --- again."
    `);
  });

  test('a misspelt heading', () => {
    expect(inAnswer('## Shorter', '## Shortr')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:9  "## Shortr" is not a heading that is known here.
            Did you mean "## Shorter"?"
    `);
  });

  test('a heading that nobody knows', () => {
    expect(inAnswer('## Shorter', '# Conclusion')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  The part "## Shorter" is missing.
            Add "## Shorter" and below it one line of at most 20 words.
        content/answers/faq/how-to-forgive.md:9  "# Conclusion" is not a heading that is known here.
            Known headings: ## Shorter, ## Or, ## More, ## If you are not safe, ## If you did the hurting."
    `);
  });

  test('a part without text, and one that stands twice', () => {
    expect(said({ 'content/answers/faq/how-to-forgive.md': `${answer}\n## More\n\n## If you are not safe\nLeave.\n\n## If you are not safe\nStay.\n` })).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:12  There is no text under "## More".
            Write it, or remove the heading.
        content/answers/faq/how-to-forgive.md:18  "## If you are not safe" stands here a second time.
            Keep one of the two; only "## Or" may stand several times."
    `);
  });

  test('no short text', () => {
    expect(inAnswer('Forgiving is something you may do, not something you owe.', '')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  The short text is missing.
            Write it between the second "---" and the first heading."
    `);
  });

  test('marks that would be shown as they are', () => {
    expect(inAnswer('Forgiving is', '**Forgiving** is')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  The sign * would be shown as it is: the texts are plain.
            Remove the formatting."
    `);
  });

  test.each(['*Forgiving* is', '`Forgiving` is', '[Forgiving](x) is', '> Forgiving is', '<b>Forgiving</b> is', '__Forgiving__ is'])('formatting is refused: %s', (text) => {
    expect(inAnswer('Forgiving is', text)).toContain('would be shown as it is');
  });

  test('locked after abuse without words for somebody who is not safe', () => {
    expect(inAnswer('reviewed: none', 'reviewed: none\nlocks: [abuse]')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:6  This answer is locked after abuse, but has no words for somebody who is not safe.
            Add "## If you are not safe", or take "abuse" out of the locks."
    `);
  });

  test('a lock that does not exist', () => {
    expect(inAnswer('reviewed: none', 'reviewed: none\nlocks: [abbuse]')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:6  Number 1 in "locks" has "abbuse", which is not known here.
            Did you mean "abuse"?"
    `);
  });

  test('three related answers', () => {
    expect(inAnswer('reviewed: none', 'reviewed: none\nrelated: [faq.a, faq.b, faq.c]')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:6  "related" has 3 entries; at most 2.
            At most two related answers: related: [topic.self-trust]."
    `);
  });

  test('a section that the source document does not have', () => {
    expect(inAnswer('8.3', '8.33')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:3  The source document has no section "8.33".
            Did you mean "8.3"?

      content/sections.yaml
        content/sections.yaml:1  No answer and no exercise covers section "8.3" (How forgiving can go).
            Write one, or add the section to the "source" of one that does."
    `);
  });
});

describe('exercises', () => {
  test('a misspelt key in a step', () => {
    expect(inExercise('save: plan', 'svae: plan')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:9  "svae" is not a key that is known here.
            Did you mean "save"?"
    `);
  });

  test('a step without a kind', () => {
    expect(inExercise('show: "{plan}"', 'shwo: "{plan}"')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:15  This step does not say what it is.
            Did you mean "show"?"
    `);
  });

  test('a step of two kinds', () => {
    expect(inExercise('show: "{plan}"', 'show: "{plan}", say: hello')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:15  This step is two things at once: "say" and "show".
            Make two steps of it."
    `);
  });

  test('a step that waits and has no id', () => {
    expect(inExercise('id: follow-up, ', '')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:14  "id" is missing.
            A step that waits for the person needs an id that never changes: id: plan."
    `);
  });

  test('a step that leads nowhere', () => {
    expect(inExercise('go: follow-up', 'go: folow-up')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:11  "smaller" leads to "folow-up", and there is no such step.
            Did you mean "follow-up"?"
    `);
  });

  test('two steps with the same id', () => {
    expect(inExercise('id: result', 'id: plan')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:15  Two steps have the id "plan".
            Give one of them another id."
    `);
  });

  test('a step that nobody can reach', () => {
    expect(walk('id: one, write: One?, next: end', 'id: two, write: Two?', 'end: Bye.')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:9  No way leads to the step "two".
            Lead to it with "next" or "go", or remove it."
    `);
  });

  test('a walk without an end', () => {
    expect(walk('id: one, write: One?', 'id: two, write: Two?')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:9  Nothing follows "two", and it is not an end.
            Put an "end" step after it, or say where it goes with "next"."
    `);
  });

  test('a way that cannot reach an end', () => {
    expect(walk('id: one, choose: One?, skip: no, choices: [{ label: Stay, go: two }, { label: Go, go: end }]', 'id: two, choose: Two?, skip: no, choices: [{ label: Again, go: two }]', 'end: Bye.')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:9  From "two" no way leads to an end.
            Lead one of its ways to a step that ends the exercise."
    `);
  });

  test('a circle without a choice', () => {
    expect(walk('id: one, choose: One?, choices: [{ label: Stay, go: two }, { label: Go, go: end }]', 'id: two, write: Two?', 'id: three, write: Three?, next: two', 'end: Bye.')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:10  After "three" the steps go round in a circle, and the person has no choice in it.
            Go back only through a "choose" step or "below"."
    `);
  });

  test('a placeholder that no step saves', () => {
    expect(inExercise('show: "{plan}"', 'show: "{paln}"')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:15  "{paln}" is saved by no step.
            Did you mean "plan"?"
    `);
  });

  test('a placeholder where nothing is filled in', () => {
    expect(inExercise('end: I will ask once, and any answer is fine.', 'end: "You said {plan}."')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:16  "{plan}" is not filled in here.
            Use it in a step of the kind "show"."
    `);
  });

  test('a placeholder on a button, and in an answer', () => {
    expect(said({ 'content/exercises/promise.yaml': exercise.replace('label: Make it smaller', 'label: "{plan}"'), 'content/answers/faq/how-to-forgive.md': answer.replace('Forgiving is', '{name}, forgiving is') })).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  "{name}" is not filled in here.
            Write what is meant, without braces.

      content/exercises/promise.yaml
        content/exercises/promise.yaml:11  "{plan}" is not filled in here.
            Write what is meant, without braces."
    `);
  });

  test('a bound that is not on the scale', () => {
    expect(inExercise('below: { 7: smaller }', 'below: { 12: smaller }')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:10  "below: 12" does not lie on the scale from 0 to 10.
            Use a number on the scale."
    `);
  });

  test('a scale that compares with something else', () => {
    expect(inExercise('next: follow-up }', 'after: plan, next: follow-up }')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:10  "after: plan" must be the id of an earlier scale with the same numbers.
            Check the id, "from" and "to"."
    `);
  });

  test.each(['from: 1, to: 10', 'from: 0, to: 5'])('a scale that compares with one of other numbers: %s', (ends) => {
    expect(walk('id: one, scale: Before?, from: 0, to: 10', `id: two, scale: After?, ${ends}, after: one`, 'end: Bye.')).toContain('must be the id of an earlier scale with the same numbers');
  });

  test('a scale that goes down', () => {
    expect(inExercise('from: 0 (not at all), to: 10 (completely)', 'from: 10, to: 0')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:10  "below: 7" does not lie on the scale from 10 to 0.
            Use a number on the scale.
        content/exercises/promise.yaml:10  The scale goes from 10 to 0.
            "to" must be the larger number."
    `);
  });

  test('an end of a scale that is no number', () => {
    expect(inExercise('from: 0 (not at all)', 'from: none')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:10  "from" has "none", which does not fit.
            A number, with words if you like: from: 0 (not at all)."
    `);
  });

  test('two choices with the same label, and more picks than options', () => {
    expect(walk('id: one, choose: One?, choices: [{ label: Go }, { label: Go }]', 'id: two, pick: Two?, options: [a, b], at-most: 3', 'end: Bye.')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:8  Two choices in "one" are called "Go".
            Give them different labels.
        content/exercises/promise.yaml:9  "at-most" is 3, but there are only 2 options.
            Make it smaller."
    `);
  });

  test('a choice that is too long for a button', () => {
    expect(inExercise('label: Make it smaller', 'label: Make it a good deal smaller than it is at the moment')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:11  This text has 52 characters; at most 40.
            Make it shorter. A longer button is cut off on a phone."
    `);
  });

  test('a name that is too long for a button to carry', () => {
    expect(said({ 'content/exercises/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yaml': titled(exercise, 'Another') })).toMatchInlineSnapshot(`
      "content/exercises/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yaml
        content/exercises/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.yaml:1  A button would have to carry 83 bytes ("o|m|exercise.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"); at most 64 arrive.
            Use a shorter name."
    `);
  });
});

describe('links and intents', () => {
  test('links that lead nowhere', () => {
    expect(inAnswer('reviewed: none', 'reviewed: none\nrelated: [faq.how-to-forgiv]\nexercise: exercise.promis')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:6  "related" leads to "faq.how-to-forgiv", which does not exist.
            Did you mean "faq.how-to-forgive"?
        content/answers/faq/how-to-forgive.md:7  "exercise" leads to "exercise.promis", which does not exist.
            Did you mean "exercise.promise"?"
    `);
  });

  test('a path to something that does not exist', () => {
    expect(said({ 'content/paths/steady.yaml': `title: Steady\nweeks:\n${'  - { unit: exercise.promise, why: A start. }\n'.repeat(3)}  - { unit: exercise.grounding, why: Calm. }\n` })).toMatchInlineSnapshot(`
      "content/paths/steady.yaml
        content/paths/steady.yaml:6  "unit" leads to "exercise.grounding", which does not exist.
            Write it first, or take the link out."
    `);
  });

  test('a path of three weeks', () => {
    expect(said({ 'content/paths/steady.yaml': `title: Steady\nweeks:\n${'  - { unit: exercise.promise, why: A start. }\n'.repeat(3)}` })).toMatchInlineSnapshot(`
      "content/paths/steady.yaml
        content/paths/steady.yaml:2  "weeks" has 3 entries; at least 4.
            Four weeks: weeks: [{ unit: exercise.promise, why: ... }]."
    `);
  });

  test('an intent to which nothing replies', () => {
    expect(said({ 'intents/faq/how-long.yaml': intent('They ask how long.', 'how long'), 'intents/exercise/breathing.yaml': intent('They want to breathe.', 'breathe') })).toMatchInlineSnapshot(`
      "intents/exercise/breathing.yaml
        intents/exercise/breathing.yaml:1  Nothing replies to "exercise.breathing".
            Write content/exercises/breathing.yaml, or add "built-in:" if the bot does it by itself.

      intents/faq/how-long.yaml
        intents/faq/how-long.yaml:1  Nothing replies to "faq.how-long".
            Write content/answers/faq/how-long.md, or add "built-in:" if the bot does it by itself."
    `);
  });

  test('an answer that nobody can reach', () => {
    expect(said({ 'content/answers/faq/how-long.md': titled(answer, 'Another') })).toMatchInlineSnapshot(`
      "content/answers/faq/how-long.md
        content/answers/faq/how-long.md:1  Nobody can reach the answer "faq.how-long".
            Write intents/faq/how-long.yaml, or link to it."
    `);
  });

  test('an intent without words', () => {
    expect(said({ 'intents/chat/greet.yaml': 'about: They say hello.\nsays: []\nbuilt-in: greet\n' })).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:2  "says" is empty.
            What people say, one sentence for each line: says: [how do i forgive my partner]."
    `);
  });

  test('a built-in that the bot does not have', () => {
    expect(said({ 'intents/chat/greet.yaml': `${intent('They say hello.', 'hello')}built-in: greeet\n` }, { builtIns: ['greet', 'thanks'] })).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  "built-in: greeet" is nothing that the bot does by itself.
            Did you mean "greet"?"
    `);
  });

  test('a built-in beside an answer', () => {
    expect(said({ 'content/answers/chat/greet.md': titled(answer, 'Another') })).toMatchInlineSnapshot(`
      "intents/chat/greet.yaml
        intents/chat/greet.yaml:1  Both "built-in: greet" and a file of the same id would reply.
            Keep one of the two."
    `);
  });

  test('the same sentence in two intents, and twice in one', () => {
    expect(said({ 'intents/chat/thanks.yaml': `${intent('They say thanks.', 'thanks', 'Thanks.', 'Hello')}built-in: thanks\n` })).toMatchInlineSnapshot(`
      "intents/chat/thanks.yaml
        intents/chat/thanks.yaml:2  "Hello" stands in intents/chat/greet.yaml:2 too, for another intent.
            Keep it where it belongs; the bot cannot learn both.
        intents/chat/thanks.yaml:2  "Thanks." stands here twice (line 2).
            Remove one of them."
    `);
  });

  test('an exam sentence that is also learned from', () => {
    expect(said({ 'intents/chat/thanks.yaml': `${intent('They say thanks.', 'thanks')}exam: [Hello.]\nbuilt-in: thanks\n` })).toMatchInlineSnapshot(`
      "intents/chat/thanks.yaml
        intents/chat/thanks.yaml:3  The exam sentence "Hello." is also learned from (intents/chat/greet.yaml:2).
            Take it out of one of the two: an exam must be new to the bot."
    `);
  });

  test('confused with an intent that does not exist', () => {
    expect(said({ 'intents/chat/thanks.yaml': `${intent('They say thanks.', 'thanks')}not: { chat.great: [great] }\nbuilt-in: thanks\n` })).toMatchInlineSnapshot(`
      "intents/chat/thanks.yaml
        intents/chat/thanks.yaml:3  "not" leads to "chat.great", which does not exist.
            Did you mean "chat.greet"?"
    `);
  });

  test('one id in two files', () => {
    expect(said({ 'content/answers/faq.how-to-forgive.md': titled(answer, 'Another') })).toMatchInlineSnapshot(`
      "content/answers/faq.how-to-forgive.md
        content/answers/faq.how-to-forgive.md:1  The id "faq.how-to-forgive" is taken by content/answers/faq/how-to-forgive.md already.
            Rename one of the two files."
    `);
  });

  test('a name that cannot be an id', () => {
    expect(said({ 'content/answers/faq/How To.md': answer })).toMatchInlineSnapshot(`
      "content/answers/faq/How To.md
        content/answers/faq/How To.md:1  "faq.How To" cannot be an id: only small letters, digits and hyphens.
            Rename the file."
    `);
  });

  test('a folder and a file that are not known', () => {
    expect(said({ 'content/answer/x.md': answer, 'content/wrods.yaml': 'a: b\n', 'content/exercise/y.yaml': exercise })).toMatchInlineSnapshot(`
      "content/answer/x.md
        content/answer/x.md:1  "answer" is not a folder that is known here.
            Did you mean "answers"?

      content/exercise/y.yaml
        content/exercise/y.yaml:1  "exercise" is not a folder that is known here.
            Did you mean "exercises"?

      content/wrods.yaml
        content/wrods.yaml:1  "wrods.yaml" is not a file that is known here.
            Did you mean "words.yaml"?"
    `);
  });

  test('a broken file is reported once, not again by everything that leads to it', () => {
    expect(said({ 'content/answers/faq/how-to-forgive.md': answer.replace('title:', 'titel:'), 'content/paths/steady.yaml': `title: Steady\nweeks:\n${'  - { unit: faq.how-to-forgive, why: A start. }\n'.repeat(4)}` })).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:2  "titel" is not a key that is known here.
            Did you mean "title"?"
    `);
  });
});

describe('safety replies', () => {
  test('a kind of danger without a reply', () => {
    expect(said({ 'content/safety/crisis-self-harm.yaml': null })).toMatchInlineSnapshot(`
      "content/safety
        content/safety:1  There is no reply at all for crisis.self-harm.
            Add a file for them, or one for this kind without "who" and "when", which then fits whatever has none of its own."
    `);
  });

  test('cases without a reply', () => {
    expect(said({ 'content/safety/crisis-self-harm.yaml': safety('crisis.self-harm', 'who: [self, friend]\n') })).toMatchInlineSnapshot(`
      "content/safety/crisis-self-harm.yaml
        content/safety/crisis-self-harm.yaml:1  crisis.self-harm has no reply for 16 cases of who/when, such as partner/now, partner/past, partner/recovered.
            Add a file for them, or one for this kind without "who" and "when", which then fits whatever has none of its own."
    `);
  });

  test('two replies that fit equally well', () => {
    expect(said({ 'content/safety/a.yaml': safety('crisis.self-harm', 'who: [self]\n'), 'content/safety/b.yaml': safety('crisis.self-harm', 'who: [self]\n') })).toMatchInlineSnapshot(`
      "content/safety/b.yaml
        content/safety/b.yaml:1  content/safety/a.yaml and this file fit crisis.self-harm with self/unclear equally well.
            Take the shared "who" or "when" out of one of them."
    `);
  });

  test('a person and a time that do not exist', () => {
    expect(said({ 'content/safety/a.yaml': safety('crisis.self-harm', 'who: [sister]\nwhen: [nwo]\n') })).toMatchInlineSnapshot(`
      "content/safety/a.yaml
        content/safety/a.yaml:2  Number 1 in "who" has "sister", which is not known here.
            Use one of: self, partner, friend, child, other, unclear.
        content/safety/a.yaml:3  Number 1 in "when" has "nwo", which is not known here.
            Did you mean "now"?"
    `);
  });

  test('care of three sentences', () => {
    expect(said({ 'content/safety/crisis-self-harm.yaml': safety('crisis.self-harm').replace('I am glad you told me.', 'I am glad. You told me. It matters.') })).toMatchInlineSnapshot(`
      "content/safety/crisis-self-harm.yaml
        content/safety/crisis-self-harm.yaml:3  This text has 3 sentences; at most 2.
            Make it shorter. Somebody in danger does not read more."
    `);
  });

  test('an offer that this same reply locks', () => {
    expect(said({ 'content/exercises/promise.yaml': exercise.replace('locks: []', 'locks: [crisis]'), 'content/safety/crisis-self-harm.yaml': safety('crisis.self-harm', 'locks: [crisis]\noffer: [exercise.promise]\n') })).toMatchInlineSnapshot(`
      "content/safety/crisis-self-harm.yaml
        content/safety/crisis-self-harm.yaml:3  "exercise.promise" is offered here, but it is locked after "crisis", which this same reply sets.
            Offer something else."
    `);
  });
});

describe('help lines', () => {
  test('a line that was checked too long ago', () => {
    expect(said({ 'content/helplines/IE.yaml': helplines.replace('checked: 2026-11-01, how: page', 'checked: 2026-05-25, how: page') })).toMatchInlineSnapshot(`
      "content/helplines/IE.yaml
        content/helplines/IE.yaml:5  "ie-one" was last checked 181 days ago; at most 180.
            Look at its official page again, correct what changed, and write the new date."
    `);
  });

  test('a line that is not shown may be as old as it likes, and 180 days are not too many', () => {
    expect(said({ 'content/helplines/IE.yaml': helplines.replace('checked: 2026-11-01, how: memory', 'checked: 2020-01-01, how: memory').replace('2026-11-01', '2026-05-26') })).toMatchInlineSnapshot(`""`);
  });

  test('a day that has not come yet, and a day that does not exist', () => {
    expect(said({ 'content/helplines/IE.yaml': helplines.replace('2026-11-01', '2027-01-01'), 'content/helplines/GB.yaml': helplines.replace('IE', 'GB').replace('[Ireland, Éire]', '[Britain]').replaceAll('ie-', 'gb-').replace('2026-11-01', '2026-02-30') })).toMatchInlineSnapshot(`
      "content/helplines/GB.yaml
        content/helplines/GB.yaml:5  "checked" has "2026-02-30", which does not fit.
            The day it was last checked: checked: 2026-11-22.

      content/helplines/IE.yaml
        content/helplines/IE.yaml:5  "ie-one" was checked on 2027-01-01, a day that has not come yet.
            Correct the date."
    `);
  });

  test('no way to reach it, an unknown way of checking, another country, an id that is taken', () => {
    expect(said({ 'content/helplines/GB.yaml': helplines.replace('[Ireland, Éire]', '[Britain]').replace(', call: "116 123"', ''), 'content/helplines/FR.yaml': helplines.replace('how: page', 'how: heard') })).toMatchInlineSnapshot(`
      "content/helplines/FR.yaml
        content/helplines/FR.yaml:5  "how" has "heard", which is not known here.
            Use one of: phoned, page, dataset, memory.

      content/helplines/GB.yaml
        content/helplines/GB.yaml:1  The file is called GB.yaml and holds the country IE.
            Give both the same code.
        content/helplines/GB.yaml:5  "ie-one" has no way to reach it.
            Add call, text, chat or url.

      content/helplines/IE.yaml
        content/helplines/IE.yaml:5  The help line id "ie-one" is taken in content/helplines/GB.yaml.
            Give it another id.
        content/helplines/IE.yaml:6  The help line id "ie-two" is taken in content/helplines/GB.yaml.
            Give it another id."
    `);
  });
});

describe('one meaning', () => {
  test('two titles and two countries of one name', () => {
    expect(said({ 'content/exercises/two.yaml': exercise, 'content/helplines/NI.yaml': helplines.replace('IE', 'NI').replaceAll('ie-', 'ni-').replace('[Ireland, Éire]', '[Nowhere, the ireland]') })).toMatchInlineSnapshot(`
      "content/exercises/two.yaml
        content/exercises/two.yaml:1  The title "One small promise" stands in content/exercises/promise.yaml already.
            Give one of them another title: people see both as buttons.

      content/helplines/NI.yaml
        content/helplines/NI.yaml:2  The country name "the ireland" stands in content/helplines/IE.yaml already.
            Keep it in one of the two."
    `);
  });

  test('a choice that is called like one of the bot\'s own buttons', () => {
    const phrases = Object.entries(phraseSpecs).map(([id]) => `${JSON.stringify(id)}: ${id === 'button.skip' ? 'Skip this' : 'Yes'}\n`).join('');
    expect(said({ 'content/phrases.yaml': phrases, 'content/exercises/promise.yaml': exercise.replace('Make it smaller', 'skip this') })).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:11  "skip this" is also the bot's own button (button.skip).
            Use other words, so that both can be typed."
    `);
  });
});

describe('check-ins, phrases, words', () => {
  test('a slider id that is taken, and a community without questions', () => {
    expect(said({ 'content/check-ins/trust.yaml': checkIn.replace('id: self', 'id: line').replace(/prompts.*\n/, '') })).toMatchInlineSnapshot(`
      "content/check-ins/trust.yaml
        content/check-ins/trust.yaml:2  A set for a community needs at least one question of the week.
            Add prompts: [...].
        content/check-ins/trust.yaml:4  The slider id "line" is taken.
            Give it another id."
    `);
  });

  test('four sliders', () => {
    expect(said({ 'content/check-ins/trust.yaml': checkIn.replace(/sliders.*\n/, `sliders: [${['a', 'b', 'c', 'd'].map((id) => `{ id: ${id}, ask: How?, low: low, high: high }`).join(', ')}]\n`) })).toMatchInlineSnapshot(`
      "content/check-ins/trust.yaml
        content/check-ins/trust.yaml:4  "sliders" has 4 entries; at most 3.
            One to three sliders: sliders: [{ id: self, ask: ..., low: not at all, high: completely }]."
    `);
  });

  test('ids and placeholders that the bot does not use, and ids that are missing', () => {
    const problems: Problem[] = [];
    readPhrases({ path: 'content/phrases.yaml', text: 'first.waht: Hello.\nstale: [That was before., "Old, {nmae}."]\nempty: "{x}"\n' }, { 'first.what': ['name'], stale: ['name'], empty: [], menu: [] }, true, collecting(problems));
    readWords({ path: 'content/words.yaml', text: 'stop: [stop, enough]\nback: [back, Enough]\nsotp: [halt]\nmenu: home\n' }, ['stop', 'back', 'menu'], true, collecting(problems));
    readWords({ path: 'content/words.yaml', text: 'stop: [stop, enough]\nback: [back, Enough]\nsotp: [halt]\n' }, ['stop', 'back', 'menu'], true, collecting(problems));
    expect(formatProblems(problems)).toMatchInlineSnapshot(`
      "content/phrases.yaml
        content/phrases.yaml:1  "first.waht" is not a phrase that the bot uses.
            Did you mean "first.what"?
        content/phrases.yaml:1  The phrase "first.what" is missing.
            Add "first.what:" and its text.
        content/phrases.yaml:1  The phrase "menu" is missing.
            Add "menu:" and its text.
        content/phrases.yaml:2  "{nmae}" is not filled in here.
            Did you mean "name"?
        content/phrases.yaml:3  "{x}" is not filled in here.
            Remove the braces: nothing is filled in in this phrase.

      content/words.yaml
        content/words.yaml:1  The word "menu" is missing.
            Add "menu:" and its text.
        content/words.yaml:2  "Enough" stands under "stop" already.
            Keep it in one place: the bot cannot know which is meant.
        content/words.yaml:3  "sotp" is not a word that the bot uses.
            Remove it, or check its spelling.
        content/words.yaml:4  "menu" is a single value; a list is expected.
            Write it in brackets: [one, two], or each on a line of its own after a dash."
    `);
  });
});

describe('wording', () => {
  const worded = (text: string): string => inAnswer('Forgiving is something you may do, not something you owe.', text);

  test('words and signs that are not used, and phrases in which they are fine', () => {
    expect(worded('It is simply so!\n\nYou count just as much. Simplify it. Adjust it. Just do it.')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  "!" is not used here: "is simply so! You count just as"
            It is loud.
        content/answers/faq/how-to-forgive.md:7  "simply" is not used here: "is simply so! You count just as"
            Nothing is simple.
        content/answers/faq/how-to-forgive.md:9  "just" is not used here: "Simplify it. Adjust it. Just do"
            It makes things small."
    `);
  });

  test('a text that asks for an older reader names its hardest sentence', () => {
    expect(worded('It helps to talk. Establishing an individual understanding of interpersonal reliability necessitates considerable vulnerability, emotional availability and continuous communication between participants. That is all there is to it, in the end, for most of us.')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  This text asks for a reader of 22.6 years; at most 13.
            The hardest sentence is: "Establishing an individual understanding of interpersonal reliability necessitates considerable vulnerability, emotional availability and continuous communication between participants." Shorter sentences and shorter words help."
    `);
  });

  test('short texts of a file are read together', () => {
    expect(walk('say: Considerable interpersonal vulnerability necessitates communication.', 'say: Emotional availability encourages reciprocal understanding.', 'say: Individual reliability establishes mutual responsibility.', 'say: Unconditional acceptance facilitates reconciliation.', 'say: Experiential avoidance perpetuates hypervigilance.', 'say: Collaborative negotiation accommodates incompatibility.', 'end: Bye.')).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:13  Read together, the short texts of this file ask for a reader of 36.4 years; at most 13.
            The hardest sentence is: "Collaborative negotiation accommodates incompatibility." Shorter sentences and shorter words help."
    `);
  });

  test('more than a screen, and more than four paragraphs', () => {
    expect(worded(`${'You may go slowly. '.repeat(50)}\n\nOne.\n\nTwo.\n\nThree.\n\nFour.`)).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:7  This text has 5 paragraphs; at most 4.
            Make it shorter. This is about one screen of a phone.
        content/answers/faq/how-to-forgive.md:7  This text has 976 characters; at most 900.
            Make it shorter. This is about one screen of a phone."
    `);
  });

  test('a short form of 21 words', () => {
    expect(inAnswer('You may forgive, and you may not.', `${'you may '.repeat(10)}not.`)).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:10  This text has 21 words; at most 20.
            Make it shorter. This is the short form."
    `);
  });
});

describe('reviews', () => {
  test('a stamp that nobody signed', () => {
    expect(inAnswer('reviewed: none', 'reviewed: Ann Example, couples counsellor, 2026-11-21')).toMatchInlineSnapshot(`
      "content/answers/faq/how-to-forgive.md
        content/answers/faq/how-to-forgive.md:5  "Ann Example, couples counsellor, 2026-11-21" has not signed in content/reviewers.yaml.
            Write "reviewed: none", or let the reviewer add name, role and date there first."
    `);
  });

  test('a stamp that stands in the list of reviewers', () => {
    expect(inAnswer('reviewed: none', 'reviewed: Ann Example, couples counsellor, 2026-11-20')).toBe('');
  });

  test('a stamp of a day that has not come yet', () => {
    expect(said({ 'content/reviewers.yaml': '- { name: Ann, role: counsellor, date: 2026-12-01 }\n', 'content/exercises/promise.yaml': exercise.replace('reviewed: none', 'reviewed: Ann, counsellor, 2026-12-01') })).toMatchInlineSnapshot(`
      "content/exercises/promise.yaml
        content/exercises/promise.yaml:5  "Ann, counsellor, 2026-12-01" is signed on a day that has not come yet.
            Correct the date."
    `);
  });
});

describe('coverage', () => {
  test('a section of the source document that nothing covers', () => {
    expect(said({ 'content/sections.yaml': '"8.3": How forgiving can go\n"9.3": Promises\n"9.4": Saying thank you\n' })).toMatchInlineSnapshot(`
      "content/sections.yaml
        content/sections.yaml:3  No answer and no exercise covers section "9.4" (Saying thank you).
            Write one, or add the section to the "source" of one that does."
    `);
  });
});
