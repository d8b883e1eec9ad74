/** Who and where, as text; and the number of a question. */

/** The KEY of the command line: `telegram:7`, `discord:123`, `terminal:me`. People are never merged over platforms. */
export type PersonId = `${'telegram' | 'discord' | 'terminal'}:${string}`;
/** A group or a guild. */
export type PlaceId = `${'telegram' | 'discord'}-place:${string}`;
export type Subject = PersonId | PlaceId;

/** The number of a question: from `state.asked`, one more for every question shown. */
export type Ask = number;
