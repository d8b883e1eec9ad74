/** What belongs together is done in order; different lanes go on side by side. */
export interface Lanes {
  /** Resolves when this task is done, or has failed and was reported. */
  add(lane: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
}

/** A task that fails does not stop its lane. */
export function openLanes(failed: () => void): Lanes {
  const last = new Map<string, Promise<void>>();
  return {
    add(lane, task) {
      const mine = (last.get(lane) ?? Promise.resolve()).then(task).catch(failed).finally(() => {
        if (last.get(lane) === mine) last.delete(lane);
      });
      last.set(lane, mine);
      return mine;
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
