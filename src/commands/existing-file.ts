/** A command about data that is there must not make an empty file in a mistyped place. */
import { existsSync } from 'node:fs';
import { Failure } from './failure.ts';

export function existingFile(file: string): void {
  if (file !== ':memory:' && existsSync(file)) return;
  throw new Failure(1, `there is no data file ${file}. Name it with --db, or set MEND_DB.`);
}
