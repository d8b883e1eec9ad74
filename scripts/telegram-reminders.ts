/** Reminders that are all due at once: `node scripts/telegram-reminders.ts [people]`. At 25 a second 10,000 take seven minutes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../tests/fakes/telegram/crowd.ts';
import { reminders } from '../tests/fakes/telegram/reminders.ts';

const people = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'mend-reminders-'));
const result = await reminders({ people, folder, pause, say: (line) => process.stdout.write(`${line}\n`) });
rmSync(folder, { recursive: true, force: true });
const mb = (bytes: number | undefined): number => Math.round((bytes ?? 0) / 1e6);
process.stdout.write(`
reminders due, sent, sent twice              ${people}, ${result.sent}, ${result.twice} in ${result.seconds} s
most messages in any second                  ${result.mostInASecond}
danger in between: replies, p50, slowest     ${result.danger.length}, ${percentile(result.danger, 0.5)} ms, ${Math.max(...result.danger)} ms
questions in between: p50, p95               ${percentile(result.questions, 0.5)} ms, ${percentile(result.questions, 0.95)} ms
memory: first, in the middle, last, most     ${mb(result.memory[0])}, ${mb(result.memory[Math.floor(result.memory.length / 2)])}, ${mb(result.memory.at(-1))}, ${mb(Math.max(...result.memory))} MB
calls against the documentation              ${result.wrong}
`);
process.exitCode = result.sent !== people || result.twice + result.wrong > 0 || result.mostInASecond > 30 || Math.max(...result.danger) > 1000 ? 1 : 0;
