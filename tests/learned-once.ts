/**
 * Before all tests: what a first start learns is learned, in both languages. In a fresh clone every process of the tests would
 * otherwise learn it for itself, several at a time.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function learnOnce(): void {
  // Where the content has mistakes nothing is learned; the tests say which.
  spawnSync(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url)), 'classify'], { input: 'How do I trust again?\n¿Cómo vuelvo a confiar?\n' });
}
