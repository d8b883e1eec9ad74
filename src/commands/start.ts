/** Without a command: the platforms whose tokens are set; with none, one line that says so, then the terminal. */
import { tokenNames } from '../config.ts';
import { settings } from './settings.ts';

export async function start(): Promise<number> {
  const config = settings();
  if (config.telegram ?? config.discord) return (await import('./serve.ts')).serve();
  process.stderr.write(`No platform is set: set ${tokenNames.join(' or ')} (and MEND_CONTACT) to serve one. Talking here instead.\n`);
  return (await import('./chat.ts')).chat({ as: 'me' });
}
