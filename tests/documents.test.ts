/** Documents that are made from the project say what the project says now. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coveragePage } from '../src/knowledge/coverage.ts';
import { SafetyFigures } from '../src/knowledge/safety-figures.ts';
import { safetyPage } from '../src/knowledge/safety-page.ts';
import { projectLibrary, projectRoot } from './knowledge-of-project.ts';

const textOf = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

it('docs/coverage.md is the page that "npm run coverage" writes', () => {
  expect(textOf('docs/coverage.md')).toBe(coveragePage(projectLibrary().en));
});

it('docs/safety.md is the page that "npm run safety-page" writes', () => {
  const figures = SafetyFigures.parse(JSON.parse(textOf('docs/figures/safety.json')));
  expect(textOf('docs/safety.md')).toBe(safetyPage(projectLibrary().en, figures));
});

it('docs/safety.md holds every word of care, every answer to a barrier and every lock of the content', () => {
  const page = textOf('docs/safety.md').replaceAll('\n> ', ' ').replaceAll(/\s+/gu, ' ');
  const said = projectLibrary().en.safety.flatMap((reply) => [...reply.care, reply.more ?? '', ...(reply.barrier?.choices ?? []).map((choice) => choice.reply)]);
  expect(said.filter((text) => !page.includes(text.replaceAll(/\s+/gu, ' ').trim()))).toEqual([]);
});

it('every link in the documents leads to a file that is there', () => {
  const dead = ['README.md', 'CONTRIBUTING.md', 'docs/authors.md', 'docs/decisions.md', 'docs/understanding.md', 'docs/safety.md', 'benchmarks/README.md'].flatMap((file) =>
    [...textOf(file).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map((match) => join(projectRoot, file, '..', match[1] ?? '')).filter((target) => !existsSync(target)));
  expect(dead).toEqual([]);
});

it('README.md names every setting that the bot reads, and no other', () => {
  const read = new Set([...textOf('src/config.ts').matchAll(/'((?:MEND|TELEGRAM|DISCORD)_[A-Z_]+)'/gu)].map((match) => match[1]));
  const named = new Set([...textOf('README.md').matchAll(/`((?:MEND|TELEGRAM|DISCORD)_[A-Z_]+?)(?:\[_FILE\])?`/gu)].map((match) => match[1]));
  expect([...named].map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([...read].map(String).toSorted((a, b) => a.localeCompare(b)));
});
