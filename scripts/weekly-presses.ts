/**
 * People who may not run a community try to, with commands and forged presses of every shape: `node scripts/weekly-presses.ts [tries=10000] [seed=1]`.
 * Exit 1 when anything of the community changed, somebody was counted, a reply was public or missing, or the history was pushed out.
 */
import { projectLibrary } from '../tests/knowledge-of-project.ts';
import { attacked } from '../tests/conversation/community-attack.ts';

const [tries = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const began = Date.now();
const { history, ...figures } = await attacked(projectLibrary(), tries, seed);
const kept = history.includes('/weekly schedule (1: Monday 19:00, UTC)');
process.stdout.write(`${history}\n\n`);
for (const [name, value] of Object.entries({ ...figures, 'changes still in the history': String(kept), seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(30)}${String(value).padStart(8)}\n`);
process.exitCode = kept && figures.changes + figures.counted + figures.public + figures.unanswered === 0 ? 0 : 1;
