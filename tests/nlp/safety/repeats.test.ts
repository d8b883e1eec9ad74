import { describe, expect, it } from 'vitest';
import { detectSafety } from '../../../src/nlp/safety/detect.ts';
import { withoutRepeats } from '../../../src/nlp/safety/repeats.ts';

const words = (text: string): string[] => text.split(' ');
const times = (text: string, n: number): string[] => Array.from({ length: n }, () => text).flatMap(words);

describe('words said over and over', () => {
  it('are read at both ends, with whole rounds between what stood around them', () => {
    const round = words('he will not stop');
    const read = withoutRepeats([...words('I am afraid because'), ...times('he will not stop', 200), ...words('he will hit me')]);
    expect(read.length).toBeLessThan(100);
    expect(read.slice(0, 8)).toEqual([...words('I am afraid because'), ...round]);
    expect(read.slice(-8)).toEqual([...round, ...words('he will hit me')]);
    expect(read.slice(4, -2).every((word, at) => word === round[at % round.length])).toBe(true);
  });

  it('are left as they are in a text of usual length, and where nothing repeats', () => {
    const short = times('no no never', 30);
    const various = Array.from({ length: 500 }, (_, n) => `w${n}`);
    expect([withoutRepeats(short), withoutRepeats(various)]).toEqual([short, various]);
  });

  it.each(['we had pasta ', 'it is fine. ', 'no '])('do not hide what is said before, between or after them: %j', (filler) => {
    for (const text of [`I want to die. ${filler.repeat(300)}`, `${filler.repeat(300)} I want to die. ${filler.repeat(300)}`, `${filler.repeat(300)} I want to die`]) {
      expect(detectSafety(text, [])).toMatchObject({ tier: 'hard', kind: 'crisis.self-harm', who: 'self' });
    }
  });
});
