/** What people asked in vain: word patterns and counts above a minimum, never texts. */
import { existingFile } from './existing-file.ts';
import { openBotStore } from './files.ts';
import { settingsAtHome } from './settings.ts';

/** What was asked less often could be one person's own words. */
const least = 3;

export async function unanswered(db: string | undefined, json: boolean): Promise<number> {
  const config = settingsAtHome(db);
  existingFile(config.db);
  const store = openBotStore(config);
  try {
    const rows = store.tallies.all('unanswered').filter(row => row.n >= least).map(row => ({ words: row.key, count: row.n }));
    if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
    else if (rows.length === 0) process.stdout.write(`Nothing was asked in vain ${least} times or more.\n`);
    else process.stdout.write(`${rows.map(row => `${String(row.count).padStart(6)}  ${row.words}`).join('\n')}\n\nTo answer one, write what people say into a file in intents/.\n`);
    return 0;
  } finally {
    await store.close();
  }
}
