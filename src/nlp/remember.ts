/** A function that remembers its latest answers, so that the same word is worked out once. */

/** Forgets everything after two thousand different words: memory stays small. */
export function remembering<Answer>(work: (word: string) => Answer): (word: string) => Answer {
  const recent = new Map<string, Answer>();
  return (word) => {
    const seen = recent.get(word);
    if (seen !== undefined) return seen;
    const answer = work(word);
    if (recent.size >= most) recent.clear();
    recent.set(word, answer);
    return answer;
  };
}
const most = 2000;
