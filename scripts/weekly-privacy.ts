/**
 * Lives of communities, each look of those who run them compared with what happened: `node scripts/weekly-privacy.ts [lives=200] [seed]`.
 * Exit 1 with the shortest life that shows too much.
 */
import fc from 'fast-check';
import { projectLibrary } from '../tests/knowledge-of-project.ts';
import { deeds, lived } from '../tests/conversation/community-life.ts';

const [lives = 200, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const library = projectLibrary();
const began = Date.now();
const totals = { lives: 0, joined: 0, weeks: 0, looks: 0, 'weeks with a result': 0 };
const outcome = await fc.check(fc.asyncProperty(deeds, async (life) => {
  const { joined, weeks, looks, results } = await lived(library, life);
  totals.lives += 1;
  totals.joined += joined;
  totals.weeks += weeks;
  totals.looks += looks;
  totals['weeks with a result'] += results.filter((line) => /,\d+,(?:self|partner|safe|,)/u.test(line)).length;
}), { numRuns: lives, seed });
for (const [name, value] of Object.entries({ seed, ...totals, seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(24)}${String(value).padStart(9)}\n`);
if (outcome.failed) process.stdout.write(`${JSON.stringify(outcome.counterexample)}\n${String(outcome.errorInstance)}\n`);
process.exitCode = outcome.failed ? 1 : 0;
