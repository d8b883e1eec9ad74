/** Another connection holds the database's write lock while interactions arrive: Discord must hear within its 3 seconds all the same. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Interaction } from './interactions.ts';
import { personOf } from './person.ts';
import { channelId, type World } from './world.ts';

export interface Locked {
  readonly interactions: number;
  /** Acknowledged while the lock was held. */
  readonly acknowledged: number;
  /** ms by the fake's clock, of the slowest. */
  readonly slowest: number;
  /** Turns that were done before the lock was given back: none can be. */
  readonly early: number;
  readonly answered: number;
}

const holder = "import Database from 'better-sqlite3'; const db = new Database(process.argv[1]); db.exec('begin immediate'); process.stdout.write('held'); process.stdin.once('data', () => { db.exec('rollback'); process.exit(); });";

/** `held`: resolves when the lock may be given back; `all` resolves when every interaction is acknowledged. `pace` is waited for after each ten. */
export async function locked(world: Pick<World, 'fake' | 'folder' | 'guild'>, count: number, held: (all: Promise<void>) => Promise<unknown>, pace: () => Promise<unknown> = () => Promise.resolve()): Promise<Locked> {
  const other = spawn(process.execPath, ['--input-type=module', '-e', holder, `${world.folder}/mend.db`], { stdio: ['pipe', 'pipe', 'inherit'], cwd: new URL('../../..', import.meta.url) });
  await once(other.stdout, 'data');
  const people = Array.from({ length: count }, (_, index) => personOf(world.fake, String(740_000_000_000_000_000n + BigInt(index)), { guild: world.guild, channel: channelId }));
  const interactions: Interaction[] = [];
  for (const [index, person] of people.entries()) {
    interactions.push(person.command('/help'));
    if (index % 10 === 9) await pace();
  }
  await held(world.fake.until(() => interactions.every(({ first }) => first !== null)));
  const acknowledged = interactions.filter(({ first }) => first !== null);
  const early = people.filter(({ got }) => got.length > 0).length;
  other.stdin.write('x');
  await once(other, 'close');
  await world.fake.until(() => people.every(({ got }, index) => got.length > 0 || interactions[index]?.first === null));
  return { interactions: count, acknowledged: acknowledged.length, slowest: Math.max(...acknowledged.map(({ firstAfter }) => firstAfter ?? Infinity)), early, answered: people.filter(({ got }) => got.length > 0).length };
}
