/** The second place of the keys is looked at when a process starts: a copy that is never made helps nobody on the day of a broken disk. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';

/** The folder of MEND_KEYS_MIRROR when it is set and not there; null when all is well. */
export function missingMirrorFolder(config: Config): string | null {
  const folder = config.keysMirror === null ? null : dirname(config.keysMirror);
  return folder === null || config.db === ':memory:' || existsSync(folder) ? null : folder;
}
