/**
 * A map that forgets what was not used lately: what is dropped is read from the database again.
 * Two generations instead of a strict order: a hit costs one look-up, and reordering a map on every hit costs more than it saves.
 */
export interface NewestFirst<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
  clear(): void;
}

/** Keeps between half of `most` and `most` entries; 0 keeps nothing. */
export function newestFirst<K, V>(most: number): NewestFirst<K, V> {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  const half = Math.ceil(most / 2);

  function set(key: K, value: V): void {
    if (half === 0) return;
    if (young.size >= half && !young.has(key)) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  }

  return {
    get(key) {
      const value = young.get(key);
      if (value !== undefined) return value;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
    delete(key) {
      young.delete(key);
      old.delete(key);
    },
    clear() {
      young = new Map();
      old = new Map();
    },
  };
}
