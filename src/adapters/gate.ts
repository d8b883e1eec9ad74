/** At most so many at once; the others wait in the order of coming. */
export interface Gate { through<T>(task: () => Promise<T>): Promise<T> }

export function openGate(atOnce: number): Gate {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return {
    async through(task) {
      if (free > 0) free -= 1; else await new Promise<void>((resolve) => { waiting.push(resolve); });
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next(); else free += 1;
      }
    },
  };
}
