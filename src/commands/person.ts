/** What an operator can do for one person from outside a conversation: give a copy, or forget. */
import { settingsAtHome } from './settings.ts';
import { openBotStore } from './files.ts';
import { asPersonId } from './person-id.ts';
import { existingFile } from './existing-file.ts';

export async function exportPerson(key: string, db: string | undefined): Promise<number> {
  const config = settingsAtHome(db);
  existingFile(config.db);
  const store = openBotStore(config);
  try {
    const kept = await store.read(asPersonId(key));
    if (kept === null) {
      process.stderr.write(`Nothing is kept of ${key}.\n`);
      return 1;
    }
    process.stdout.write(`${JSON.stringify(kept, null, 2)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

/** The words are the same whether there was something or not: who asks learns nothing about who wrote. */
export async function forgetPerson(key: string, db: string | undefined): Promise<number> {
  const config = settingsAtHome(db);
  existingFile(config.db);
  const store = openBotStore(config);
  try {
    await store.erase(asPersonId(key));
    process.stdout.write(`Nothing is kept of ${key} any more. What the platform itself keeps is not in our hands.\n`);
    return 0;
  } finally {
    await store.close();
  }
}
