import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readContent } from '../../src/knowledge/library.ts';
import { formatProblems } from '../../src/knowledge/report.ts';

test('the content of this project compiles', () => {
  const result = readContent(fileURLToPath(new URL('../..', import.meta.url)));
  expect(result.kind === 'refused' ? formatProblems(result.problems) : '').toBe('');
});
