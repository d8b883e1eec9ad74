/** What one writer wrote, danger and harmless alike, kept out of learning for good: `another-writer/*.yaml`, in the grammar of `intents/safety/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dangerSentencesOf, readDangerSentences } from '../../../src/knowledge/danger-sentences.ts';
import type { DangerSentence } from '../../../src/nlp/safety/lessons.ts';

const folder = join(import.meta.dirname, 'another-writer');

export function anotherWriter(): readonly DangerSentence[] {
  const units = readdirSync(folder).toSorted().flatMap((name) => {
    const path = join(folder, name);
    const unit = readDangerSentences({ path, text: readFileSync(path, 'utf8') }, name.replace('.yaml', ''), (place, what) => { throw new Error(`${place.file}:${place.line} ${what}`); });
    return unit === null ? [] : [unit];
  });
  return dangerSentencesOf(units);
}
