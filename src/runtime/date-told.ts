/**
 * The date that a platform tells with whatever it answers, also with a refusal: asked only where the clock is in doubt. Asked with Node's
 * plain client: `fetch` would bring another one into memory for good.
 */
import { get as safely } from 'node:https';

const { get: plainly } = process.getBuiltinModule('node:http');

const patience = 5_000;

/** @param addresses asked in turn until one tells; ms UTC, null where none does. Never rejects. */
export async function dateToldBy(addresses: readonly string[]): Promise<number | null> {
  for (const address of addresses) {
    // Another one may tell; where none does, time itself decides.
    const date = await dateAt(address).catch(() => null);
    if (date !== null) return date;
  }
  return null;
}

function dateAt(address: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const call = (address.startsWith('https:') ? safely : plainly)(address, { agent: false, signal: AbortSignal.timeout(patience) }, (answer) => {
      const date = Date.parse(answer.headers.date ?? '');
      answer.on('error', () => undefined).destroy();
      resolve(Number.isNaN(date) ? null : date);
    });
    call.on('error', reject);
  });
}
