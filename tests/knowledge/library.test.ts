import { describe, expect, test } from 'vitest';
import { whens, whos } from '../../src/conversation/reading.ts';
import { readContent, type Content } from '../../src/knowledge/library.ts';
import { answer, exercise, type Files, said, safety, titled, withTree } from './tree.ts';

function contentOf(changes: Files = {}): Content {
  return withTree(changes, (root) => {
    const result = readContent(root);
    if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems, null, 1));
    return result.content;
  });
}

function frozenAll(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozenAll));
}

describe('compiling a good tree', () => {
  test('a small good tree has no mistakes', () => {
    expect(said({})).toBe('');
  });

  test('everything that is compiled is frozen to the last list', () => {
    expect(frozenAll(contentOf())).toBe(true);
  });

  test('an id is the path of the file, with folders or with dots', () => {
    const { en } = contentOf({ 'intents/faq.how-long.yaml': 'about: They ask how long.\nsays: [how long]\n', 'content/answers/faq.how-long.md': titled(answer, 'How long') }).library;
    expect(Object.keys(en.answers)).toEqual(['faq.how-long', 'faq.how-to-forgive']);
    expect(Object.keys(en.flows)).toEqual(['exercise.promise', 'check-in.trust']);
    expect(en.intents['chat.greet']).toEqual({ id: 'chat.greet', about: 'They say hello.', builtIn: 'greet' });
  });

  test('an id that somebody makes up finds nothing', () => {
    const { en } = contentOf().library;
    for (const id of ['constructor', '__proto__', 'toString']) expect([en.answers[id], en.flows[id], en.intents[id]]).toEqual([undefined, undefined, undefined]);
  });

  test('the order in which files are written does not show', () => {
    const one = { 'content/answers/faq/b.md': titled(answer, 'B'), 'content/answers/faq/a.md': titled(answer, 'A'), 'intents/faq/a.yaml': 'about: A.\nsays: [a]\n', 'intents/faq/b.yaml': 'about: B.\nsays: [b]\n' };
    const other = Object.fromEntries(Object.entries(one).toReversed());
    expect(JSON.stringify(contentOf(one))).toBe(JSON.stringify(contentOf(other)));
  });

  test('the hash changes with every letter and every name, and with nothing else', () => {
    const hash = contentOf().library.en.hash;
    expect(contentOf().library.en.hash).toBe(hash);
    expect(contentOf({ 'content/README.md': 'read me', 'intents/calibration.json': '{}' }).library.en.hash).toBe(hash);
    expect(contentOf({ 'intents/chat/greet.yaml': 'about: They say hello.\nsays: [hullo]\nbuilt-in: greet\n' }).library.en.hash).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('files saved on Windows are the same content', () => {
  const changes = { 'content/answers/faq/how-to-forgive.md': `\uFEFF${answer.replaceAll('\n', '\r\n')}`, 'content/exercises/promise.yaml': `\uFEFF${exercise.replaceAll('\n', '\r\n')}` };
  expect(contentOf(changes)).toEqual(contentOf());
});

describe('answers', () => {
  test('lines of a paragraph are joined, paragraphs and list items stay apart', () => {
    const text = `${answer.replace('Forgiving is', 'One line\ngoes on.\n\nThree things:\n- the first\n  goes on\n  - the second\n1. the third\n\n2026 was\nlong.\n\nForgiving is')}## Or\nAnother way\nto say it.\n\n## More\nMore.\n\n## If you are not safe\nUnsafe.\n\n## If you did the hurting\nBetrayer.\n`;
    const known = contentOf({ 'content/answers/faq/how-to-forgive.md': text.replace('reviewed: none\n', 'reviewed: none\ndeciding: yes\nlocks: [abuse]\nexercise: exercise.promise\n') }).library.en.answers['faq.how-to-forgive'];
    expect(known).toEqual({
      id: 'faq.how-to-forgive', title: 'Forgiving', source: ['8.3'], evidence: { strength: 'some', note: 'Small studies point the same way.' }, reviewed: 'none',
      related: [], exercise: 'exercise.promise', locks: ['abuse'], deciding: true,
      texts: ['One line goes on.\n\nThree things:\n- the first goes on\n- the second\n1. the third\n\n2026 was long.\n\nForgiving is something you may do, not something you owe.', 'Another way to say it.'],
      shorter: 'You may forgive, and you may not.', more: 'More.', unsafe: 'Unsafe.', betrayer: 'Betrayer.',
    });
  });
});

test('parts that an answer does not have are null', () => {
  expect(contentOf().library.en.answers['faq.how-to-forgive']).toMatchObject({ related: [], exercise: null, locks: [], deciding: false, more: null, unsafe: null, betrayer: null });
});

test('a folder without content is refused with what the bot needs, not with an exception', () => {
  const result = readContent('/no/such/folder');
  expect(result.kind === 'refused' && result.problems.map((problem) => problem.file)).toEqual(expect.arrayContaining(['content/phrases.yaml', 'content/safety', 'content/sections.yaml', 'content/words.yaml']));
});

describe('exercises', () => {
  test('every step knows the next one, and words on a scale are its labels', () => {
    const flow = contentOf().library.en.flows['exercise.promise'];
    expect(flow?.steps.map((step) => [step.id, step.kind, step.next])).toEqual([
      ['say', 'say', 'plan'], ['plan', 'write', 'sure'], ['sure', 'scale', 'follow-up'], ['smaller', 'choose', 'follow-up'],
      ['follow-up', 'time', 'result'], ['result', 'show', 'end'], ['end', 'end', null],
    ]);
    expect(flow?.steps[2]).toMatchObject({ from: 0, to: 10, low: 'not at all', high: 'completely', below: [{ under: 7, go: 'smaller' }], save: 'sure', after: null });
    expect(flow?.steps[3]).toMatchObject({ choices: [{ id: 'make-it-smaller', label: 'Make it smaller', go: 'plan' }, { id: 'keep-it-as-it-is', label: 'Keep it as it is', go: 'follow-up' }] });
  });

  test('every kind of step is understood with its own keys', () => {
    const steps = `steps:
  - { id: before, scale: How strong is it?, from: 1, to: 5 (very), skip: no, private: yes, turn: first }
  - { id: breathe, pace: { Breathe in: 4, Breathe out: 6 }, minutes: 5 }
  - { id: feel, pick: What do you feel?, options: [sad, angry, "stop"], at-most: 2, save: feel }
  - { id: three, write: Three things?, count: 3, or-done: yes, save: things }
  - { id: choice, choose: Which one?, save: which, choices: [{ label: Stop }, { label: 日本 }] }
  - { id: again, scale: And now?, from: 1, to: 5, after: before }
  - { id: made, show: "{feel} {which}" }
  - { end: That is all., rest: 12 }
`;
    const text = exercise.slice(0, exercise.indexOf('steps:')) + steps;
    const flow = contentOf({ 'content/exercises/promise.yaml': text }).library.en.flows['exercise.promise'];
    expect(flow?.steps).toMatchObject([
      { kind: 'scale', skip: false, private: true, turn: 'first', from: 1, to: 5, low: '', high: 'very' },
      { kind: 'pace', text: 'Breathe in, Breathe out', minutes: 5, phases: [{ label: 'Breathe in', seconds: 4 }, { label: 'Breathe out', seconds: 6 }] },
      { kind: 'pick', atMost: 2, options: [{ id: 'sad', label: 'sad' }, { id: 'angry', label: 'angry' }, { id: 'my-stop', label: 'stop' }] },
      { kind: 'write', count: 3, orDone: true, max: 300 },
      { kind: 'choose', save: 'which', choices: [{ id: 'my-stop', label: 'Stop', go: 'again' }, { id: expect.stringMatching(/^c-[0-9a-f]{12}$/), label: '日本', go: 'again' }] },
      { kind: 'scale', after: 'before' },
      { kind: 'show', keep: null },
      { kind: 'end', rest: 12, next: null },
    ]);
  });

  test('a question set is also a flow whose steps are its sliders, its line and an end', () => {
    const { en } = contentOf().library;
    expect(en.sets['trust']?.sliders.map((slider) => slider.id)).toEqual(['self']);
    expect(en.flows['check-in.trust']?.steps.map((step) => [step.id, step.kind, step.next, 'save' in step ? step.save : null])).toEqual([
      ['self', 'scale', 'line', 'self'], ['line', 'write', 'end', 'line'], ['end', 'end', null, null],
    ]);
  });
});

describe('safety replies and help lines', () => {
  test('the most specific reply of a kind stands first', () => {
    const { en } = contentOf({ 'content/safety/a.yaml': safety('crisis.self-harm', 'who: [friend, child]\n'), 'content/safety/b.yaml': safety('crisis.self-harm', 'who: [friend]\nwhen: [now]\n') }).library;
    expect(en.safety.filter((reply) => reply.kind === 'crisis.self-harm').map((reply) => reply.id)).toEqual(['b', 'a', 'crisis-self-harm']);
  });

  test('what a reply leaves out is null, and everybody and always when it names nobody and no time', () => {
    expect(contentOf().library.en.safety.find((reply) => reply.id === 'safety-minor')).toEqual({
      id: 'safety-minor', kind: 'safety.minor', who: [...whos], when: [...whens], locks: [], reviewed: 'none', care: ['I am glad you told me.'], lines: ['emergency', 'directory'],
      safeToRead: null, more: null, plain: null, barrier: null, offer: [],
    });
  });

  test('what a reply holds arrives in it', () => {
    const more = `who: [self]\nwhen: [now]\nlocks: [abuse]\nsource: [own]\nsafe-to-read: { ask: Is it safe?, "no": cover }\nmore: More.\nplain: { ask: Is that so?, yes: crisis.self-harm }\nbarrier: { ask: What is hard?, choices: [{ label: Cost, reply: It is free. }] }\noffer: [exercise.promise]\n`;
    expect(contentOf({ 'content/safety/a.yaml': safety('safety.unsure', more) }).library.en.safety.find((reply) => reply.id === 'a')).toMatchObject({
      who: ['self'], when: ['now'], locks: ['abuse'], safeToRead: { ask: 'Is it safe?', no: 'cover' }, more: 'More.', plain: { ask: 'Is that so?', yes: 'crisis.self-harm' },
      barrier: { ask: 'What is hard?', choices: [{ label: 'Cost', reply: 'It is free.' }] }, offer: ['exercise.promise'],
    });
  });

  test('a country holds its numbers exactly as they are written', () => {
    expect(contentOf().library.en.countries['IE']).toEqual({
      code: 'IE', names: ['Ireland', 'Éire'], emergency: ['112', '999'], silent: null,
      lines: [{ id: 'ie-one', kind: 'suicide', name: 'One', call: '116 123', text: null, chat: null, url: null, hours: '24/7', note: null, source: 'a page', checked: '2026-11-01', how: 'page' }],
    });
    expect(contentOf().waiting).toEqual([{ country: 'IE', id: 'ie-two', name: 'Two', how: 'memory' }]);
  });

  test('a help line that nobody saw on an official page is kept back', () => {
    expect(contentOf().library.en.countries['IE']?.lines.map((line) => line.id)).toEqual(['ie-one']);
  });
});

describe('what is learned and what is examined', () => {
  const forgive = `about: They ask how to forgive.
says: [how do i forgive]
exam: [can i let it go]
not: { chat.greet: [hi forgiveness bot] }
`;

  test('says is training; exam and not never are', () => {
    const content = contentOf({ 'intents/faq/how-to-forgive.yaml': forgive });
    expect(content.training['en']).toContainEqual({ intent: 'faq.how-to-forgive', says: 'how do i forgive' });
    expect(content.training['en']?.length).toBe(4);
    expect(content.exams['en']).toEqual([
      { file: 'intents/faq/how-to-forgive.yaml', line: 3, intent: 'faq.how-to-forgive', says: 'can i let it go', not: null },
      { file: 'intents/faq/how-to-forgive.yaml', line: 4, intent: 'chat.greet', says: 'hi forgiveness bot', not: 'faq.how-to-forgive' },
    ]);
  });
});

describe('other languages', () => {
  test('a file that is not translated falls back to English and is reported', () => {
    const content = contentOf({
      'content/de/answers/faq/how-to-forgive.md': answer.replace('title: Forgiving', 'title: Vergeben'),
      'content/de/phrases.yaml': 'empty: Nichts.\n',
    });
    const german = content.library['de'];
    expect(german?.language).toBe('de');
    expect(german?.answers['faq.how-to-forgive']?.title).toBe('Vergeben');
    expect(german?.phrases['empty']).toEqual(['Nichts.']);
    expect(german?.phrases['stale']).toEqual(content.library.en.phrases['stale']);
    expect(german?.flows['exercise.promise']).toEqual(content.library.en.flows['exercise.promise']);
    expect(content.notes).toContainEqual({ file: 'content/de/exercises/promise.yaml', line: 1, message: 'This file does not exist yet; the English one is used.' });
    expect(content.notes).toContainEqual({ file: 'content/de/phrases.yaml', line: 1, message: '"stale" is not translated yet; the English words are used.' });
  });

  test('intents have language folders too, and English has none', () => {
    expect(contentOf({ 'intents/de/chat/greet.yaml': 'about: Gruß.\nsays: [hallo]\nbuilt-in: greet\n' }).training['de']).toContainEqual({ intent: 'chat.greet', says: 'hallo' });
    expect(said({ 'content/en/answers/faq/x.md': answer })).toMatchInlineSnapshot(`
      "content/en/answers/faq/x.md
        content/en/answers/faq/x.md:1  English has no folder of its own.
            Move it to content/answers/faq/x.md."
    `);
  });

  test('a language learns its own sentences and borrows none', () => {
    const { training, exams } = contentOf({ 'intents/de/chat/greet.yaml': 'about: Gruß.\nsays: [hallo]\nexam: [guten tag]\nbuilt-in: greet\n' });
    expect(training['de']).toEqual([{ intent: 'chat.greet', says: 'hallo' }]);
    expect(exams['de']?.map((row) => row.says)).toEqual(['guten tag']);
    expect(training['en']).toContainEqual({ intent: 'faq.how-to-forgive', says: 'how do i forgive' });
  });

  test('a translation keeps what an answer is locked by, and whom a safety reply is for and what it shows', () => {
    const kept = safety('crisis.partner-abuse', 'locks: [abuse]\n');
    expect(said({ 'content/safety/crisis-partner-abuse.yaml': kept, 'content/de/safety/crisis-partner-abuse.yaml': kept.replace('I am glad you told me.', 'Gut, dass du es sagst.') })).toBe('');
    expect(said({
      'content/safety/crisis-partner-abuse.yaml': kept,
      'content/de/safety/crisis-partner-abuse.yaml': safety('crisis.partner-abuse').replace('[emergency, directory]', '[directory]'),
      'content/de/safety/neu.yaml': safety('crisis.self-harm', 'who: [friend]\n'),
      'content/de/answers/faq/how-to-forgive.md': answer.replace('strength: some', 'strength: strong'),
    })).toMatchInlineSnapshot(`
      "content/de/answers/faq/how-to-forgive.md
        content/de/answers/faq/how-to-forgive.md:1  "evidence: strength" is not as in the English file.
            Make it the same as in content/answers/faq/how-to-forgive.md; only the words are translated.

      content/de/safety/crisis-partner-abuse.yaml
        content/de/safety/crisis-partner-abuse.yaml:1  "lines" is not as in the English file.
            Make it the same as in content/safety/crisis-partner-abuse.yaml; only the words are translated.
        content/de/safety/crisis-partner-abuse.yaml:1  "locks" is not as in the English file.
            Make it the same as in content/safety/crisis-partner-abuse.yaml; only the words are translated.

      content/de/safety/neu.yaml
        content/de/safety/neu.yaml:1  There is no English file "neu" that this could be a translation of.
            Give it the name of the English file."
    `);
  });

  test('English words that are not used may be words of another language', () => {
    const changes = { 'content/forbidden.yaml': 'her: Nobody knows.\n', 'content/de/answers/faq/how-to-forgive.md': answer.replace('You may forgive', 'Komm her') };
    expect(said(changes)).toBe('');
    expect(said({ ...changes, 'content/de/forbidden.yaml': 'komm: Nein.\nyou: Nein.\n' })).toMatchInlineSnapshot(`
      "content/de/answers/faq/how-to-forgive.md
        content/de/answers/faq/how-to-forgive.md:7  "you" is not used here: "is something you may do, not something"
            Nein.
        content/de/answers/faq/how-to-forgive.md:10  "komm" is not used here: "Komm her, and you may"
            Nein.
        content/de/answers/faq/how-to-forgive.md:10  "you" is not used here: "her, and you may"
            Nein."
    `);
  });

  test('a translated exercise must keep the steps, because somebody may be in the middle of it', () => {
    expect(said({ 'content/de/exercises/promise.yaml': exercise.replace('id: plan,', 'id: vorhaben,').replace('go: plan', 'go: vorhaben'), 'content/de/check-ins/neu.yaml': 'title: Neu\nfor: [person]\nreviewed: none\nsliders: [{ id: a, ask: Wie?, low: a, high: b }]\n' })).toMatchInlineSnapshot(`
      "content/de/check-ins/neu.yaml
        content/de/check-ins/neu.yaml:1  There is no English file "neu" that this could be a translation of.
            Give it the name of the English file.

      content/de/exercises/promise.yaml
        content/de/exercises/promise.yaml:1  The steps are not those of the English file.
            Use the same kinds, ids and saved names in the same order; only the words change."
    `);
  });
});
