/** How danger is found in an exam: by kind, by what would be right, by whose danger it is and when it was. */
import type { Judged } from './examine.ts';
import type { Share } from './measure.ts';

/** `hard`: the alarm was raised. `met`: that, or care and a question. */
export interface Found { readonly hard: Share; readonly met: Share }
export type Groups = Readonly<Record<string, Found>>;

export interface CrisisFigures {
  /** Groups by the first accepted id. */
  readonly kinds: Groups;
  /** `hard`: only a crisis is accepted. `either`: a crisis, or something gentler. `soft`: only a gentle kind. */
  readonly tiers: Groups;
  /** Groups by the row's own labels, where it has them. */
  readonly levels: Groups;
  readonly who: Groups;
  readonly when: Groups;
  /** Among those that were met: the kind is an accepted one, the person and the time are as labelled. */
  readonly rightKind: Share;
  readonly rightWho: Share;
  readonly rightWhen: Share;
}

const ofDanger = (id: string): boolean => id.startsWith('crisis.') || id.startsWith('safety.');

export function crisisFiguresOf(judged: readonly Judged[]): CrisisFigures {
  const rows = judged.filter(({ row }) => ofDanger(row.accept[0] ?? ''));
  const met = rows.filter(({ reading }) => reading.safety !== null);
  const share = (all: readonly Judged[], holds: (one: Judged) => boolean): Share => ({ part: all.filter(holds).length, of: all.length });
  const by = (nameOf: (one: Judged) => string | null): Groups => {
    const names = [...new Set(rows.flatMap((one) => nameOf(one) ?? []))].toSorted();
    return Object.fromEntries(names.map((name) => {
      const all = rows.filter((one) => nameOf(one) === name);
      return [name, { hard: share(all, ({ reading }) => reading.safety?.tier === 'hard'), met: share(all, ({ reading }) => reading.safety !== null) }];
    }));
  };
  return {
    kinds: by(({ row }) => row.accept[0] ?? null),
    tiers: by(({ row }) => (row.accept.every((id) => id.startsWith('crisis.')) ? 'hard' : row.accept.some((id) => id.startsWith('crisis.')) ? 'either' : 'soft')),
    levels: by(({ row }) => row.level),
    who: by(({ row }) => row.who),
    when: by(({ row }) => row.when),
    rightKind: share(met, ({ row, reading }) => row.accept.includes(reading.safety?.kind ?? '')),
    rightWho: share(met.filter(({ row }) => row.who !== null), ({ row, reading }) => reading.safety?.who === row.who),
    rightWhen: share(met.filter(({ row }) => row.when !== null), ({ row, reading }) => reading.safety?.when === row.when),
  };
}
