/** Counters of the whole store, without ids and without times: what was asked in vain, what was chosen. */
import type { Effect } from '../conversation/effect.ts';
import { openJson, sealJson, type Box } from './box.ts';

export type Metric = Extract<Effect, { kind: 'tally' }>['metric'];

export interface Tallies {
  count(metric: Metric, key: string): void;
  /** Most frequent first. */
  all(metric: Metric): readonly { readonly key: string; readonly n: number }[];
}

export function openTallies(box: Box): Tallies {
  const { db, keys, pseudonyms } = box;
  const update = db.prepare<[Metric, Buffer]>('update tally set n = n + 1 where metric = ? and name = ?');
  const insert = db.prepare<[Metric, Buffer, Buffer]>('insert into tally (metric, name, n, label) values (?, ?, 1, ?)');
  const select = db.prepare<[Metric], { n: number; label: Buffer }>('select n, label from tally where metric = ? order by n desc');
  return {
    count(metric, key) {
      const name = pseudonyms.short('tally', `${metric}:${key}`);
      if (update.run(metric, name).changes === 0) insert.run(metric, name, sealJson(box, keys.system, `tally ${metric}`, key));
    },
    all: (metric) => select.all(metric).map(({ n, label }) => ({ key: openJson<string>(box, keys.system, `tally ${metric}`, label), n })),
  };
}
