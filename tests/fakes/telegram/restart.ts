/**
 * One kill at the two worst moments at once: one person's message was taken and cannot be stored yet, because another
 * program writes; another person's reply was sent, and the answer to that is still out. Does not depend on how fast anything is.
 */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { settingsFor } from './campaigns.ts';
import { sendsOf } from './crowd.ts';
import { phoneOf } from './phone.ts';
import { serve } from './served.ts';
import { fakeTelegram } from './server.ts';

export interface Restarted {
  /** The message that could not be stored was answered after the start. */
  readonly answered: boolean;
  /** How often the reply whose result nobody knew was sent. */
  readonly sent: number;
}

/** `nodeOptions`: of the first process. */
export async function restarted(folder: string, pause: (ms: number) => Promise<unknown>, nodeOptions?: string): Promise<Restarted> {
  const fake = await fakeTelegram();
  const settings = settingsFor(fake, folder);
  const [stored, waiting] = [phoneOf(fake, 1), phoneOf(fake, 2)];
  const first = serve({ ...settings, ...(nodeOptions === undefined ? {} : { NODE_OPTIONS: nodeOptions }) });
  await first.ready();
  fake.fault = (method) => (method === 'sendMessage' ? 'hang' : null);
  stored.say('/menu');
  await fake.until(() => fake.sends() > 0);
  const lock = new Database(join(folder, 'mend.db'));
  lock.exec('begin immediate');
  waiting.say('/menu');
  const given = (): boolean => fake.waiting() === 0;
  for (let tries = 0; tries < 20 && !given(); tries += 1) await pause(50);
  first.kill('SIGKILL');
  await first.ended;
  lock.exec('rollback');
  lock.close();
  fake.fault = () => null;
  const second = serve(settings);
  await second.ready();
  for (let tries = 0; tries < 60 && (waiting.got.length === 0 || tries < 20); tries += 1) await pause(50);
  second.kill('SIGTERM');
  await second.ended;
  await fake.close();
  const texts = sendsOf(fake, stored.chat).map(({ payload }) => payload['text']);
  return { answered: waiting.got.length > 0, sent: texts.filter((text) => text === texts[0]).length };
}
