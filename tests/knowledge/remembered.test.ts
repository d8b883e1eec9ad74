import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Content, type ContentResult, readContent } from '../../src/knowledge/library.ts';
import { readContentRemembered } from '../../src/knowledge/remembered.ts';
import { answer, withTree } from './tree.ts';

function compiled(result: ContentResult): Content {
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.content;
}

test('remembered content is the same, frozen, and finds nothing under a made-up id', () => {
  withTree({ 'content/de/phrases.yaml': 'stale: Alt.\n' }, (root) => {
    const file = join(root, '.cache', 'content');
    const first = compiled(readContentRemembered(root, file));
    const second = compiled(readContentRemembered(root, file));
    expect(second).not.toBe(first);
    expect(second).toEqual(compiled(readContent(root)));
    expect(Object.keys(second.library.en.flows)).toEqual(Object.keys(first.library.en.flows));
    expect([second.library.en.answers['constructor'], second.library['de']?.flows['toString']]).toEqual([undefined, undefined]);
    expect(Object.isFrozen(second.library.en.answers['faq.how-to-forgive']?.texts)).toBe(true);
  });
});

test('what the file says is what comes back, so nothing was compiled again', () => {
  withTree({}, (root) => {
    const file = join(root, 'kept');
    readContentRemembered(root, file);
    const [head = '', body = ''] = readFileSync(file, 'utf8').split('\n');
    const changed = body.replace('"title":"Forgiving"', '"title":"From the file"');
    writeFileSync(file, `${head.split(' ')[0]} ${createHash('sha256').update(changed).digest('hex')}\n${changed}`);
    expect(compiled(readContentRemembered(root, file)).library.en.answers['faq.how-to-forgive']?.title).toBe('From the file');
  });
});

test('a changed letter, a changed option and a damaged file are noticed', () => {
  withTree({}, (root) => {
    const file = join(root, 'kept');
    readContentRemembered(root, file);
    writeFileSync(join(root, 'content/answers/faq/how-to-forgive.md'), answer.replace('title: Forgiving', 'title: To forgive'));
    expect(compiled(readContentRemembered(root, file)).library.en.answers['faq.how-to-forgive']?.title).toBe('To forgive');
    expect(readContentRemembered(root, file, { builtIns: ['other'] }).kind).toBe('refused');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('To forgive', 'Tampered'));
    expect(compiled(readContentRemembered(root, file)).library.en.answers['faq.how-to-forgive']?.title).toBe('To forgive');
    expect(readFileSync(file, 'utf8')).toBe(sound);
  });
});

test('what is only learned from lies beside it, and comes back whole when it was damaged or lost', () => {
  withTree({}, (root) => {
    const file = join(root, 'kept');
    const { training, exams, danger, hashes } = compiled(readContentRemembered(root, file));
    expect(readFileSync(file, 'utf8').includes('"says"')).toBe(false);
    const sound = readFileSync(`${file}.taught`, 'utf8');
    const changed = JSON.stringify({ training: { en: [{ intent: 'chat.greet', says: 'from the file' }] }, exams: {}, danger: [] });
    writeFileSync(`${file}.taught`, `${sound.split(' ')[0]} ${createHash('sha256').update(changed).digest('hex')}\n${changed}`);
    expect(compiled(readContentRemembered(root, file)).training).toEqual({ en: [{ intent: 'chat.greet', says: 'from the file' }] });
    writeFileSync(`${file}.taught`, sound.replace('"training"', '"traininh"'));
    expect(compiled(readContentRemembered(root, file))).toMatchObject({ training, exams, danger, hashes });
    rmSync(`${file}.taught`);
    expect(compiled(readContentRemembered(root, file))).toMatchObject({ training, exams, danger, hashes });
    expect(existsSync(`${file}.taught`)).toBe(true);
  });
});

test('mistakes are not remembered, and a place that cannot be written to does no harm', () => {
  withTree({ 'intents/chat/greet.yaml': '' }, (root) => {
    const file = join(root, 'kept');
    expect(readContentRemembered(root, file).kind).toBe('refused');
    expect(existsSync(file)).toBe(false);
  });
  withTree({}, (root) => {
    const file = join(root, 'kept');
    mkdirSync(file);
    expect(readContentRemembered(root, file).kind).toBe('compiled');
  });
});
