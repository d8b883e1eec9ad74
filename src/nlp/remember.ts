/** A function that remembers its latest answers, so that the same word is worked out once. */

/**
 * Words come and go: what was not met again while `most` others were is forgotten, so memory stays small
 * and the words in use stay remembered.
 */
export function remembering<Answer>(work: (word: string) => Answer, most = 4000): (word: string) => Answer {
  let recent = new Map<string, Answer>();
  let earlier = new Map<string, Answer>();
  return (word) => {
    const seen = recent.get(word);
    if (seen !== undefined) return seen;
    const before = earlier.get(word);
    const answer = before === undefined ? work(word) : before;
    if (recent.size >= most) [earlier, recent] = [recent, new Map()];
    recent.set(word, answer);
    return answer;
  };
}
