/** The data file as a whole: copied while the bot runs, put back, or protected by a new key. */
import { rekey as rekeyFiles } from '../store/rekey.ts';
import { restore as restoreFile } from '../store/restore.ts';
import { existingFile } from './existing-file.ts';
import { makeFolderOf, openBotStore } from './files.ts';
import { settingsAtHome } from './settings.ts';

export async function backup(file: string, db: string | undefined): Promise<number> {
  const config = settingsAtHome(db);
  existingFile(config.db);
  const store = openBotStore(config);
  try {
    await store.backup(file, () => undefined);
  } finally {
    await store.close();
  }
  process.stdout.write(`${file} holds the data of ${config.db}, without its keys: keep ${config.db}.keys and ${config.keyFile} safe in another place.\n`);
  return 0;
}

export async function restore(file: string, db: string | undefined): Promise<number> {
  const config = settingsAtHome(db);
  makeFolderOf(config.db);
  const { dropped } = await restoreFile({ file: config.db, from: file, ...mirrorOf(config.keysMirror) });
  process.stdout.write(`${config.db} is as it was in ${file}.${dropped > 0 ? ` Messages that waited to be sent then and were left out: ${dropped}.` : ''}\n`);
  return 0;
}

export async function rekey(db: string | undefined): Promise<number> {
  const config = settingsAtHome(db);
  existingFile(config.db);
  const { keys } = await rekeyFiles({ file: config.db, keyFile: config.keyFile, ...mirrorOf(config.keysMirror) });
  process.stdout.write(`${config.keyFile} is new; it protects ${keys} ${keys === 1 ? 'key' : 'keys'}. The old one opens nothing any more.\n`);
  return 0;
}

function mirrorOf(keysMirror: string | null): { readonly keysMirror?: string } {
  return keysMirror === null ? {} : { keysMirror };
}
