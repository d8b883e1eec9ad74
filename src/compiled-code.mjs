/**
 * Remembers compiled code between starts, from the first file on: `node --import=./src/compiled-code.mjs src/main.ts`. It is
 * JavaScript, because otherwise Node's own reader of TypeScript would be loaded to read it, which costs every start time and memory.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', '.cache', 'code'));
