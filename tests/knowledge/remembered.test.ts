import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Content, type ContentResult, readContent } from '../../src/knowledge/library.ts';
import { readContentRemembered } from '../../src/knowledge/remembered.ts';
import { answer, withTreeFor } from './tree.ts';

function compiled(result: ContentResult): Content {
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.content;
}

test('remembered content is the same, frozen, and finds nothing under a made-up id', async () => {
  await withTreeFor({ 'content/de/phrases.yaml': 'stale: Alt.\n' }, async (root) => {
    const file = join(root, '.cache', 'content');
    const first = compiled(await readContentRemembered(root, file));
    const second = compiled(await readContentRemembered(root, file));
    expect(second).not.toBe(first);
    expect(second).toEqual(compiled(readContent(root)));
    expect(Object.keys(second.library.en.flows)).toEqual(Object.keys(first.library.en.flows));
    expect([second.library.en.answers['constructor'], second.library['de']?.flows['toString']]).toEqual([undefined, undefined]);
    expect(Object.isFrozen(second.library.en.answers['faq.how-to-forgive']?.texts)).toBe(true);
  });
});

test('what the file says is what comes back, so nothing was compiled again', async () => {
  await withTreeFor({}, async (root) => {
    const file = join(root, 'kept');
    await readContentRemembered(root, file);
    const [head = '', body = ''] = readFileSync(file, 'utf8').split('\n');
    const changed = body.replace('"title":"Forgiving"', '"title":"From the file"');
    writeFileSync(file, `${head.split(' ')[0]} ${createHash('sha256').update(changed).digest('hex')}\n${changed}`);
    expect(compiled(await readContentRemembered(root, file)).library.en.answers['faq.how-to-forgive']?.title).toBe('From the file');
  });
});

test('a changed letter, a changed option and a damaged file are noticed', async () => {
  await withTreeFor({}, async (root) => {
    const file = join(root, 'kept');
    await readContentRemembered(root, file);
    writeFileSync(join(root, 'content/answers/faq/how-to-forgive.md'), answer.replace('title: Forgiving', 'title: To forgive'));
    expect(compiled(await readContentRemembered(root, file)).library.en.answers['faq.how-to-forgive']?.title).toBe('To forgive');
    expect((await readContentRemembered(root, file, { builtIns: ['other'] })).kind).toBe('refused');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('To forgive', 'Tampered'));
    expect(compiled(await readContentRemembered(root, file)).library.en.answers['faq.how-to-forgive']?.title).toBe('To forgive');
    expect(readFileSync(file, 'utf8')).toBe(sound);
  });
});

test('what is only learned from lies beside it, and comes back whole when it was damaged or lost', async () => {
  await withTreeFor({}, async (root) => {
    const file = join(root, 'kept');
    const { training, exams, danger, hashes } = compiled(await readContentRemembered(root, file));
    expect(readFileSync(file, 'utf8').includes('"says"')).toBe(false);
    const sound = readFileSync(`${file}.taught`, 'utf8');
    const changed = JSON.stringify({ training: { en: [{ intent: 'chat.greet', says: 'from the file' }] }, exams: {}, danger: [] });
    writeFileSync(`${file}.taught`, `${sound.split(' ')[0]} ${createHash('sha256').update(changed).digest('hex')}\n${changed}`);
    expect(compiled(await readContentRemembered(root, file)).training).toEqual({ en: [{ intent: 'chat.greet', says: 'from the file' }] });
    writeFileSync(`${file}.taught`, sound.replace('"training"', '"traininh"'));
    expect(compiled(await readContentRemembered(root, file))).toMatchObject({ training, exams, danger, hashes });
    rmSync(`${file}.taught`);
    expect(compiled(await readContentRemembered(root, file))).toMatchObject({ training, exams, danger, hashes });
    expect(existsSync(`${file}.taught`)).toBe(true);
  });
});

test('mistakes are not remembered, and a place that cannot be written to does no harm', async () => {
  await withTreeFor({ 'intents/chat/greet.yaml': '' }, async (root) => {
    const file = join(root, 'kept');
    expect((await readContentRemembered(root, file)).kind).toBe('refused');
    expect(existsSync(file)).toBe(false);
  });
  await withTreeFor({}, async (root) => {
    const file = join(root, 'kept');
    mkdirSync(file);
    expect((await readContentRemembered(root, file)).kind).toBe('compiled');
  });
});

test('where one of the two files cannot be put in place, the other is not there alone and no half is left', async () => {
  await withTreeFor({}, async (root) => {
    const file = join(root, '.cache', 'kept');
    mkdirSync(join(`${file}.taught`, 'in the way'), { recursive: true });
    compiled(await readContentRemembered(root, file));
    expect(readdirSync(join(root, '.cache'))).toEqual(['kept.taught']);
  });
});
