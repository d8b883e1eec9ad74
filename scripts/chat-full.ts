/**
 * A disk that fills up in the middle of a talk: `node scripts/chat-full.ts FOLDER [turns=32]`, where FOLDER is an empty small
 * file system of its own, such as `mount -t tmpfs -o size=4m tmpfs FOLDER`. For every turn k the disk is full at the k-th line,
 * once with ordinary words and once with words of somebody in danger. Exit 1 when a line was counted that was not kept, a
 * kept one was lost, somebody in danger was left without a reply, or the talk did not go on when there was room again.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mend, start } from '../tests/terminal/mend-process.ts';

const [folder = '.', most = '32'] = process.argv.slice(2);
const db = join(folder, 'mend.db');
const ballast = join(folder, 'ballast');
let bad = 0;
for (let k = 2; k <= Number(most); k += 1) {
  for (const words of ['tell me more', 'i want to kill myself tonight']) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const running = start(['chat', '--db', db, '--json']);
    const turns = (out: string): number => out.match(/^\{"turn":/gmu)?.length ?? 0;
    for (let line = 1; line < k; line += 1) {
      running.write(`hello ${line}\n`);
      await running.until(out => turns(out) === line);
    }
    const before = (await running.until(() => true)).length;
    fill();
    running.write(`${words}\n`);
    // It is tried for a while before it is given up.
    for (let waited = 0; running.complained() === '' && waited < 200; waited += 1) await new Promise(resolve => setTimeout(resolve, 100));
    const meanwhile = (await running.until(() => true)).slice(before);
    rmSync(ballast);
    running.write('thank you\n');
    const { code, out, err } = await running.end();
    const exported = JSON.parse((await mend(['export', 'terminal:me', '--db', db])).out) as { readonly conversation: { readonly turns: number } };
    const numbers = out.split('\n').filter(row => row.startsWith('{"turn":')).map(row => (JSON.parse(row) as { readonly turn: number }).turn);
    const inDanger = words.includes('kill');
    const ok = code === 0 && err.includes('is the disk full?') && !meanwhile.includes('"turn"') && (meanwhile !== '') === inDanger
      && numbers.join() === Array.from({ length: k }, (_, index) => index + 1).join() && exported.conversation.turns === k;
    if (!ok) bad += 1;
    process.stdout.write(`full at line ${String(k).padStart(2)}, ${inDanger ? 'in danger' : 'ordinary '}: ${ok ? 'held' : `NOT: code ${code}, ${numbers.length} turns, kept ${exported.conversation.turns}, said ${JSON.stringify(meanwhile.slice(0, 80))}, error ${JSON.stringify(err)}`}\n`);
  }
}
process.stdout.write(`${bad} did not hold\n`);
process.exitCode = bad === 0 ? 0 : 1;

function fill(): void {
  for (let size = 1 << 20; size >= 512; size >>= 1) {
    for (;;) {
      try {
        writeFileSync(ballast, Buffer.alloc(size, 1), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
