/** Documents that are made from the project say what the project says now. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coveragePage } from '../src/knowledge/coverage.ts';
import { projectLibrary, projectRoot } from './knowledge-of-project.ts';

const textOf = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

it('docs/coverage.md is the page that "npm run coverage" writes', () => {
  expect(textOf('docs/coverage.md')).toBe(coveragePage(projectLibrary().en));
});

it('every link in the documents leads to a file that is there', () => {
  const dead = ['README.md', 'CONTRIBUTING.md', 'docs/authors.md', 'docs/decisions.md'].flatMap((file) =>
    [...textOf(file).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map((match) => join(projectRoot, file, '..', match[1] ?? '')).filter((target) => !existsSync(target)));
  expect(dead).toEqual([]);
});

it('README.md names every setting that the bot reads, and no other', () => {
  const read = new Set([...textOf('src/config.ts').matchAll(/'((?:MEND|TELEGRAM|DISCORD)_[A-Z_]+)'/gu)].map((match) => match[1]));
  const named = new Set([...textOf('README.md').matchAll(/`((?:MEND|TELEGRAM|DISCORD)_[A-Z_]+?)(?:\[_FILE\])?`/gu)].map((match) => match[1]));
  expect([...named].map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([...read].map(String).toSorted((a, b) => a.localeCompare(b)));
});
