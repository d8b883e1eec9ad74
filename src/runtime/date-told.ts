/** The date that a platform tells with whatever it answers, also with a refusal: asked only where the clock is in doubt. */

const patience = 5_000;

/** @param addresses asked in turn until one tells; ms UTC, null where none does. Never rejects. */
export async function dateToldBy(addresses: readonly string[]): Promise<number | null> {
  for (const address of addresses) {
    try {
      const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
      await answer.body?.cancel();
      const date = Date.parse(answer.headers.get('date') ?? '');
      if (!Number.isNaN(date)) return date;
    } catch {
      // Another one may tell; where none does, time itself decides.
    }
  }
  return null;
}
