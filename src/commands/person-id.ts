/** KEY of the command line: `telegram:7`, `discord:123`, `terminal:me`. */
import type { PersonId } from '../conversation/event.ts';

export function isPersonId(key: string): key is PersonId {
  return /^(telegram:\d{1,20}|discord:\d{1,20}|terminal:[\p{L}\p{N}._@-]{1,64})$/u.test(key);
}

export function asPersonId(key: string): PersonId {
  if (isPersonId(key)) return key;
  throw new TypeError('not a person');
}
