/** Kills a talking process at random points and counts what is missing or doubled. Also run by `scripts/store-kill.ts`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openStore } from '../../src/store/sqlite.ts';

export interface KillOptions { readonly folder: string; readonly kills: number; readonly chats: number; /** ms after it is ready. */ readonly longest: number }

export interface KillTable {
  readonly kills: number;
  readonly turns: number;
  /** Confirmed, and not in the database. */
  readonly lostTurns: number;
  /** Counted more than once. */
  readonly doubledTurns: number;
  /** Committed, and neither sent, nor waiting. */
  readonly lostReplies: number;
  /** Said twice: each in a parcel that was found as sending, so its result was unknown. */
  readonly doubledReplies: number;
  readonly doubledUnmarked: number;
  readonly unsure: number;
}

interface Doc { readonly n: number; readonly log: readonly string[] }
const talker = new URL('./talker.ts', import.meta.url).pathname;

export async function killed({ folder, kills, chats, longest }: KillOptions): Promise<KillTable> {
  const confirmed = new Set<string>();
  const sent = new Map<string, number>();
  let unsure = 0;
  for (let i = 0; i < kills; i += 1) {
    const lines = await run(folder, `run${i}`, chats, Math.random() * longest);
    for (const line of lines) {
      if (line.startsWith('sent ')) sent.set(line.slice(5), (sent.get(line.slice(5)) ?? 0) + 1);
      else if (line.startsWith('run')) confirmed.add(line);
    }
    unsure += sendingIn(folder);
  }
  const store = openStore<Doc, null>({ file: join(folder, 'mend.db'), keyFile: join(folder, 'mend.db.key'), upgradePerson: (doc) => doc as Doc, upgradePlace: () => null, now: Date.now });
  await store.recover();
  for (let parcels = await store.claim(Date.now(), 100); parcels.length > 0; parcels = await store.claim(Date.now(), 100)) {
    for (const parcel of parcels) {
      const [work] = parcel.work;
      const text = work?.kind === 'send' ? (work.messages[0]?.text ?? '') : '';
      sent.set(text, (sent.get(text) ?? 0) + 1);
      await store.settle(parcel.id, { kind: 'sent', refs: [] });
    }
  }
  let turns = 0;
  const logged: string[] = [];
  for (let chat = 0; chat < chats; chat += 1) {
    const kept = await store.read(`terminal:${chat}`) as { conversation: Doc } | null;
    turns += kept?.conversation.n ?? 0;
    logged.push(...kept?.conversation.log ?? []);
  }
  await store.close();
  const extra = turns - confirmed.size;
  const doubledReplies = [...sent.values()].filter((times) => times > 1).length;
  return {
    kills, turns,
    lostTurns: Math.max(0, -extra),
    // After a kill one turn a chat may be committed and not yet confirmed; its id is never used again.
    doubledTurns: logged.length - new Set(logged).size + Math.max(0, extra - kills * chats),
    lostReplies: Math.max(0, turns - sent.size),
    doubledReplies, doubledUnmarked: Math.max(0, doubledReplies - unsure), unsure,
  };
}

function sendingIn(folder: string): number {
  const store = openStore<Doc, null>({ file: join(folder, 'mend.db'), keyFile: join(folder, 'mend.db.key'), upgradePerson: (doc) => doc as Doc, upgradePlace: () => null, now: Date.now });
  const { sending } = store.stats();
  void store.close();
  return sending;
}

function run(folder: string, name: string, chats: number, after: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [talker, folder, name, String(chats)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let isPlanned = false;
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (isPlanned || !output.includes('ready')) return;
      isPlanned = true;
      setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.once('error', reject);
    child.once('close', () => (isPlanned ? resolve(output.split('\n').slice(0, -1)) : reject(new Error(`it ended by itself: ${output}`))));
  });
}
