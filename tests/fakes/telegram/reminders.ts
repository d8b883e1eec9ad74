/** Many reminders due in the same minute, and people in danger who write in between. */
import { readFileSync } from 'node:fs';
import { openBotStore } from '../../../src/commands/files.ts';
import { readConfig } from '../../../src/config.ts';
import { settingsFor } from './campaigns.ts';
import { latency, mostWithin, plan, sendsOf } from './crowd.ts';
import { phoneOf } from './phone.ts';
import { serve } from './served.ts';
import { fakeTelegram } from './server.ts';

export interface ReminderTrial { readonly people: number; readonly folder: string; readonly pause: (ms: number) => Promise<unknown>; readonly say: (line: string) => void }
export interface ReminderResult {
  readonly sent: number; readonly twice: number; readonly mostInASecond: number; readonly seconds: number; readonly wrong: number;
  /** ms to the first message, for people in danger and for people with a question. */
  readonly danger: readonly number[]; readonly questions: readonly number[];
  /** Resident bytes over time. */
  readonly memory: readonly number[];
}

const first = 1_000_000;

export async function reminders({ people, folder, pause, say }: ReminderTrial): Promise<ReminderResult> {
  const fake = await fakeTelegram();
  const settings = settingsFor(fake, folder);
  const config = readConfig({ MEND_DB: settings['MEND_DB'] }, () => '');
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const store = openBotStore(config.config);
  await plan(store, people, Date.now(), first);
  await store.close();
  const served = serve(settings, (pid) => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096);
  await served.ready();
  const started = Date.now();
  const danger: number[] = [];
  const questions: number[] = [];
  const memory: number[] = [];
  const sent = (): number => sendsOf(fake).filter((call) => Number(call.payload['chat_id']) >= first).length;
  for (let round = 1; sent() < people; round += 1) {
    danger.push(await latency(fake, String(round), () => phoneOf(fake, round).say('i want to kill myself')));
    questions.push(await latency(fake, String(500_000 + round), () => phoneOf(fake, 500_000 + round).say('how long does it take?')));
    memory.push(served.memory());
    if (round % 20 === 0) say(`${sent()} of ${people}, ${Math.round((served.memory()) / 1e6)} MB`);
    await pause(2000);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  await pause(1500);
  served.kill('SIGTERM');
  await served.ended;
  await fake.close();
  const counts = Map.groupBy(sendsOf(fake).filter((call) => Number(call.payload['chat_id']) >= first), (call) => call.payload['chat_id']);
  return {
    sent: counts.size, twice: [...counts.values()].filter((calls) => calls.length > 1).length, seconds, danger, questions, memory,
    mostInASecond: mostWithin(sendsOf(fake).map((call) => call.at), 1000), wrong: fake.wrong.length,
  };
}
