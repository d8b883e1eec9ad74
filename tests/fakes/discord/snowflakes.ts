/** Ids as Discord makes them: they hold the time and rise with it (https://docs.discord.com/developers/reference#snowflakes). */
import type { FakeClock } from './clock.ts';

const epoch = 1_420_070_400_000n;

export function snowflakes(clock: FakeClock): () => string {
  let last = 0n;
  return () => {
    const earliest = (BigInt(clock.now()) - epoch) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/** ms since 1970 UTC. */
export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + epoch);
}
