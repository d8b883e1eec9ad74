/** What becomes of danger when the files of what was learned go away, or are of something else, while the bot runs. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { understandFrom } from '../../src/commands/model.ts';
import type { Content } from '../../src/knowledge/library.ts';
import { createTold } from '../../src/nlp/safety/told-model.ts';
import { projectContent, projectRoot } from '../knowledge-of-project.ts';

const folders: string[] = [];
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }); });

function learnedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mend-learned-'));
  folders.push(folder);
  cpSync(join(projectRoot, '.cache'), folder, { recursive: true, filter: (from) => !from.endsWith('code') && !from.endsWith('.part') });
  return folder;
}

/** Content whose sentences cannot be read any more once `gone` is called. */
function fleeting(): { readonly content: Content; readonly gone: () => void } {
  let isGone = false;
  const read = new Proxy(projectContent(), {
    get(target, name) {
      if (isGone && (name === 'training' || name === 'danger' || name === 'exams')) throw new Error('was changed while it was needed');
      return Reflect.get(target, name) as unknown;
    },
  });
  return { content: read, gone: () => { isGone = true; } };
}

describe('the files of what was learned go away while the bot runs', () => {
  const told: string[] = [];
  const folder = learnedFolder();
  const { content: held, gone } = fleeting();
  const understand = understandFrom(held, { folder, report: (what) => { told.push(what); } });
  rmSync(folder, { recursive: true });
  gone();

  test.each(['i want to kill myself tonight', 'i want to k1ll myself tonight', 'i want to kiiill myself', 'i want to kіll myself', 'quiero morirme, quiero matarme'])('danger is heard in "%s"', (text) => {
    expect(understand(text, []).safety?.tier).toBe('hard');
  });
  test('a question in plain English is understood', () => {
    expect(understand('how long does it take to trust again', []).intent).toBe('faq.how-long');
  });
  test('a language that can no longer be read is reported once', () => {
    understand('¿cómo puedo volver a confiar en mi pareja?', []);
    understand('¿cuánto tiempo se tarda en volver a confiar?', []);
    expect(told.filter((what) => what.includes('"es"'))).toHaveLength(1);
  });
});

test('where what was learned of danger is damaged and cannot be learned anew, the rules stand alone, and that is reported', () => {
  const told: string[] = [];
  const folder = learnedFolder();
  for (const name of ['safety-model', 'safety-model.tale', 'safety-model.about']) writeFileSync(join(folder, name), 'damaged');
  const { content: held, gone } = fleeting();
  gone();
  const understand = understandFrom(held, { folder, report: (what) => { told.push(what); } });
  expect(understand('i want to kill myself', []).safety?.kind).toBe('crisis.self-harm');
  expect(told).toEqual([expect.stringContaining('the rules stand alone')]);
});

test('a model that was learned for other questions is refused, not read wrongly', () => {
  const model = { hash: '', unseen: 1, bias: new Float32Array(3), table: { room: 1, wide: 4, slots: new Int32Array(8) } };
  expect(() => createTold(model, [2, 2])).toThrow(/other questions/);
});
