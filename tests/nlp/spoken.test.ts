import { expect, test } from 'vitest';
import { saidWords } from '../../src/nlp/said-words.ts';
import { spokenIn } from '../../src/nlp/spoken.ts';

const spoken = spokenIn({ en: saidWords(['how do i trust', 'no idea']), es: saidWords(['como confiar', 'no puedo']), de: saidWords(['wie vertraue ich']) });

test.each([
  ['how do i trust', 'en'], ['como puedo confiar', 'es'], ['wie vertraue ich', 'de'], ['how como puedo', 'es'],
  ['no', null], ['how como', null], ['zzz', null], ['', null],
])('"%s" is read as %s', (text, language) => { expect(spoken(text)).toBe(language); });
