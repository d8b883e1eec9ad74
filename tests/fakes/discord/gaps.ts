/**
 * The connection to Discord is lost in every way that Discord knows, while people write and press:
 * how long until the bot is back, how often it had to IDENTIFY, and what became of the messages of the gap.
 */
import type { Person } from './person.ts';
import type { World } from './world.ts';

export type Loss = 'no heartbeat is answered' | 'op 7' | 'op 9, resumable' | 'op 9, not resumable' | 'the session is forgotten' | 'the network fails' | 'Discord is away for a while' | 'closed with 4000';
export const losses: readonly Loss[] = ['no heartbeat is answered', 'op 7', 'op 9, resumable', 'op 9, not resumable', 'the session is forgotten', 'the network fails', 'Discord is away for a while', 'closed with 4000'];

export interface Gap { readonly loss: Loss; readonly backMs: number; readonly identifies: number; readonly written: number; readonly handled: number; readonly twice: number }

export interface GapOptions { readonly people: number; readonly pause: (ms: number) => Promise<unknown>; /** ms to wait for what may still come twice. */ readonly watch?: number }

export async function gap(world: World, loss: Loss, { people, pause, watch = 1000 }: GapOptions): Promise<Gap> {
  const { fake } = world;
  const { gateway } = fake;
  const all: readonly Person[] = Array.from({ length: people }, (_, index) => world.person(String(730_000_000_000_000_000n + BigInt(losses.indexOf(loss) * 10_000 + index))));
  // The bot has heard of them before; one word each that it has answered.
  for (const person of all) person.say('/menu');
  await world.settled();
  const before = gateway.identified();
  const heard = new Map(all.map((person) => [person, person.got.length]));
  const started = Date.now();
  const seen = gateway.identified() + gateway.resumed();
  await lose(world, loss, pause);
  for (const person of all) person.say('/menu');
  await until(() => gateway.connected() && gateway.identified() + gateway.resumed() > seen, pause);
  const backMs = Date.now() - started;
  const here = (person: Person): number => person.got.length - (heard.get(person) ?? 0);
  await until(() => all.every((person) => here(person) > 0), pause);
  await pause(watch);
  const counts = all.map(here);
  return { loss, backMs, identifies: gateway.identified() - before, written: people, handled: counts.filter((count) => count > 0).length, twice: counts.filter((count) => count > 1).length };
}

async function lose({ fake }: World, loss: Loss, pause: (ms: number) => Promise<unknown>): Promise<void> {
  const { gateway } = fake;
  switch (loss) {
    case 'no heartbeat is answered': {
      gateway.deaf = true;
      await until(() => !gateway.connected(), pause);
      gateway.deaf = false;
      return;
    }
    case 'op 7': return gateway.reconnect();
    case 'op 9, resumable': return gateway.invalidate(true);
    case 'op 9, not resumable': return gateway.invalidate(false);
    case 'the session is forgotten': return gateway.lose();
    case 'the network fails': return gateway.cut();
    case 'closed with 4000': return gateway.drop(4000);
    case 'Discord is away for a while': {
      gateway.away = true;
      gateway.lose();
      await pause(1_000);
      gateway.away = false;
      return;
    }
    default: return loss satisfies never;
  }
}

/** At most a minute and a half: a bot that does not come back must end a trial, not hang it. */
async function until(holds: () => boolean, pause: (ms: number) => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 90_000; !holds() && Date.now() < end;) await pause(10);
}
