/** What a safety rule is: wording, what it means, and what may cancel it. Rules are data; `detect.ts` reads them. */
import type { SafetyKind, Who } from '../../conversation/reading.ts';

export interface Rule {
  readonly tier: 'hard' | 'soft';
  readonly kind: SafetyKind;
  /** Whose life or body: the one who does it, the one it is done to, or always the same. */
  readonly whose: 'subject' | 'object' | Who;
  /** `none`: the wording carries its own "not", or stays serious when denied. */
  readonly denial: 'usual' | 'none';
  /** Counts only together with another `part` of this name: one checked phone is jealousy, phone and money are control. */
  readonly part?: string;
  /** One pattern a line; see `pattern.ts`. Lines that start with # are comments. */
  readonly wording: string;
}

export function lines(wording: string): string[] {
  return wording.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
