/** Everything that Discord's REST can do to a send, for some people, while others write: who gets what, how often, and when. */
import { wordsOf } from './looks.ts';
import type { Fault, Recorded } from './server.ts';
import type { World } from './world.ts';

export type Weather = '429 with retry_after' | '429 for all routes' | 'HTML page with 502' | 'reset after the body was read' | 'cut before the body was read' | 'worked, and answered late' | 'never answered' | 'direct messages closed' | 'malformed to Discord';
export const weathers: readonly Weather[] = ['429 with retry_after', '429 for all routes', 'HTML page with 502', 'reset after the body was read', 'cut before the body was read', 'worked, and answered late', 'never answered', 'direct messages closed', 'malformed to Discord'];

const unheard: ReadonlySet<Weather> = new Set(['reset after the body was read', 'worked, and answered late', 'never answered']);

export interface Storm {
  readonly weather: Weather;
  readonly people: number;
  /** Who got their message, who got it twice, and those who can get none. */
  readonly got: number; readonly twice: number; readonly none: number;
  /** Sends that were tried again before their time. */
  readonly early: number;
  /** Calls for those people. */
  readonly tries: number;
  /** ms to the reply of people with whom nothing is wrong. */
  readonly others: readonly number[];
}

export interface StormOptions { readonly people: number; readonly others: number; readonly seconds: number; readonly faults?: number; readonly pause: (ms: number) => Promise<unknown>; /** ms until nothing more can come. */ readonly patience: number }

export async function storm(world: World, weather: Weather, { people, others, seconds, faults = 1, pause, patience }: StormOptions): Promise<Storm> {
  const { fake } = world;
  const at = weathers.indexOf(weather) * 10_000;
  const one = (index: number) => world.person(String(750_000_000_000_000_000n + BigInt(at + index)));
  const hit = Array.from({ length: people }, (_, index) => one(index));
  const free = Array.from({ length: others }, (_, index) => one(5_000 + index));
  const rooms = new Map(hit.map((person) => [person.channel, person]));
  const tries = new Map<string, number[]>();
  const isHit = (call: Recorded): boolean => call.method === 'POST' && rooms.has(/^\/channels\/(\d+)\/messages$/u.exec(call.path)?.[1] ?? '');
  fake.fault = (call) => {
    if (!isHit(call)) return null;
    const times = tries.get(call.path) ?? [];
    tries.set(call.path, [...times, Date.now()]);
    return times.length < faults || weather === 'malformed to Discord' ? faultOf(weather, seconds, pause) : null;
  };
  if (weather === 'cut before the body was read') {
    const cut = new Map<string, number>();
    fake.cut = (method, path) => { const room = /^\/channels\/(\d+)\/messages$/u.exec(path)?.[1] ?? ''; const times = cut.get(room) ?? 0; cut.set(room, times + 1); return method === 'POST' && rooms.has(room) && times < faults; };
  }
  if (weather === 'direct messages closed') for (const { id } of hit) fake.closedDirects.add(id);
  for (const person of hit) person.say('/menu');
  const waits = await Promise.all(free.map(async (person) => {
    const started = Date.now();
    person.say('/menu');
    await within(() => person.got.length > 0, patience, pause);
    return Date.now() - started;
  }));
  const hopeless = weather === 'direct messages closed' || weather === 'malformed to Discord';
  if (hopeless) await pause(Math.min(patience, seconds * 1_500));
  else await within(() => hit.every(({ got }) => got.length > 0), patience, pause);
  // Done and never heard of: only the next try shows whether it comes twice.
  if (unheard.has(weather)) await within(() => tries.size === people && [...tries.values()].every((times) => times.length > faults), patience, pause);
  await pause(300);
  fake.fault = () => null;
  fake.cut = () => false;
  const texts = hit.map((person) => fake.rooms.seenBy(person.id, person.channel).filter(({ by }) => by === 'bot').map(wordsOf));
  const times = [...tries.values()];
  return {
    weather, people, got: texts.filter((each) => each.length > 0).length, twice: texts.filter((each) => new Set(each).size < each.length).length, none: texts.filter((each) => each.length === 0).length,
    early: weather.startsWith('429') ? times.filter(([first = 0, second = Infinity]) => second - first < seconds * 1000).length : 0,
    tries: times.reduce((sum, each) => sum + each.length, 0), others: waits,
  };
}

function faultOf(weather: Weather, seconds: number, pause: (ms: number) => Promise<unknown>): Fault | null {
  const limited = (global: boolean): Fault => ({ status: 429, body: { message: 'You are being rate limited.', retry_after: seconds, global }, headers: { 'retry-after': String(seconds), 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(seconds), ...(global ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' } : { 'x-ratelimit-scope': 'user' }) } });
  switch (weather) {
    case '429 with retry_after': return limited(false);
    case '429 for all routes': return limited(true);
    case 'HTML page with 502': return { status: 502, html: '<html><h1>502 Bad Gateway</h1></html>' };
    case 'reset after the body was read': return 'reset';
    case 'never answered': return 'hang';
    case 'worked, and answered late': return { late: pause(700).then(() => undefined) };
    case 'malformed to Discord': return { status: 400, body: { message: 'Invalid Form Body', code: 50035 } };
    case 'cut before the body was read': case 'direct messages closed': return null;
    default: return weather satisfies never;
  }
}

async function within(holds: () => boolean, ms: number, pause: (ms: number) => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + ms; !holds() && Date.now() < end;) await pause(5);
}
