/**
 * Knowledge is shared by all turns, so nobody may change it: frozen to the last list.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/**
 * A look-up table that holds its own entries and nothing else: asked for `constructor` it says undefined,
 * because ids reach the bot from outside too, in presses that anybody can forge.
 */
export function table<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}
