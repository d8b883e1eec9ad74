/** Whether somebody says in passing that they are under 18, beside whatever else they tell: "im 15 and my boyfriend hit me". */
import { normalise } from '../normalise.ts';

/** An age of one's own, now: not years of marriage, not "when i was 16". */
const ownAge = /\bi(?:'?m| am) (?:only |just |still )?(?:8|9|1[0-7])\b(?! (?:years? (?:in|into|with|clean|sober|married|together)|weeks?|months?|days?|hours?|minutes?|percent|times|kilos|pounds))/u;

const noAge = /^[\0-\x2F\x3A-\x7F]*$/;

/** Never throws. */
export function saysUnderEighteen(text: string): boolean {
  // Plain letters without a digit name no age, and nearly all messages are that.
  if (noAge.test(text)) return false;
  try {
    return ownAge.test(normalise(text).slice(0, 4000));
  } catch {
    return false;
  }
}
