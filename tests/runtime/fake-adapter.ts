/** An adapter with behaviour: what it does with a parcel can be told per route, and sends can be held open. */
import type { Adapter, Delivery } from '../../src/adapters/adapter.ts';
import type { Parcel } from '../../src/conversation/parcel.ts';

export interface FakeAdapter extends Adapter {
  /** The ids of the parcels in the order in which their sending began. */
  readonly began: number[];
  readonly texts: string[];
  answer: (parcel: Parcel) => Delivery | Promise<Delivery>;
  /** The most parcels that were on their way at once, for each lane. */
  readonly most: Map<string, number>;
}

export function fakeAdapter(): FakeAdapter {
  const now = new Map<string, number>();
  const adapter: FakeAdapter = {
    name: 'terminal', routes: ['terminal'], began: [], texts: [], most: new Map(),
    answer: () => ({ settled: { kind: 'sent', refs: [] } }),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    async deliver(parcel) {
      adapter.began.push(parcel.id);
      for (const work of parcel.work) if (work.kind === 'send') adapter.texts.push(...work.messages.map(message => message.text));
      const count = (now.get(parcel.lane) ?? 0) + 1;
      now.set(parcel.lane, count);
      adapter.most.set(parcel.lane, Math.max(count, adapter.most.get(parcel.lane) ?? 0));
      try {
        return await adapter.answer(parcel);
      } finally {
        now.set(parcel.lane, count - 1);
      }
    },
  };
  return adapter;
}
