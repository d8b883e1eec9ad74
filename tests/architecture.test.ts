/**
 * Who may import whom, and what the conversation may touch. A failure names the file and the rule.
 * The picture is in README.md; the reasons are in docs/decisions.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './knowledge-of-project.ts';

const src = join(projectRoot, 'src');

/** Part -> the other parts and packages that it may import; `types:` allows types only. Node's own modules are for all but the conversation. */
const table: Readonly<Record<string, readonly string[]>> = {
  conversation: ['zod'],
  nlp: ['conversation', 'natural'],
  knowledge: ['conversation', 'nlp', 'zod', 'yaml'],
  store: ['conversation', 'better-sqlite3', 'zod'],
  'adapters/telegram': ['conversation', 'adapters', 'grammy'],
  'adapters/discord': ['conversation', 'adapters', '@discordjs/rest', '@discordjs/ws', 'discord-api-types'],
  'adapters/terminal': ['conversation', 'adapters'],
  adapters: ['conversation'],
  runtime: ['conversation', 'types:store', 'types:adapters', 'pino', '@resvg/resvg-js', 'dejavu-fonts-ttf'],
  commands: ['commands', 'conversation', 'nlp', 'knowledge', 'store', 'adapters', 'adapters/terminal', 'adapters/telegram', 'adapters/discord', 'runtime', 'config', 'commander'],
  config: ['conversation', 'types:runtime'],
  main: ['commands', 'conversation', 'nlp', 'knowledge', 'store', 'adapters', 'adapters/terminal', 'runtime', 'config', 'commander'],
};

interface Import { readonly file: string; readonly target: string; readonly typesOnly: boolean }
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')).toSorted();
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8');
const imports: readonly Import[] = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const statements = textOf(file).matchAll(/^(import|export)(\s+type)?\s[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gmsu);
  return [...statements].map((match) => ({ file, target: match[3] ?? match[4] ?? match[5] ?? '', typesOnly: match[2] !== undefined || /^import \{\s*(type \w+,?\s*)+\}/u.test(match[0]) }));
}

function partOf(file: string): string {
  const [first = '', second] = file.split('/');
  if (first === 'adapters' && second !== undefined && !second.endsWith('.ts')) return `adapters/${second}`;
  return first.replace(/\.ts$/u, '');
}

/** A part of the project, a package, or null for Node's own modules. */
function targetOf({ file, target }: Import): string | null {
  if (target.startsWith('node:')) return null;
  if (target.startsWith('.')) return partOf(relative(src, resolve(join(src, dirname(file)), target)));
  return target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? target);
}

describe('the parts of the project', () => {
  it('import only what the table allows', () => {
    const broken = imports.flatMap((each) => {
      const from = partOf(each.file);
      const to = targetOf(each);
      const allowed = table[from];
      if (to === null || to === from) return [];
      if (!allowed) return [`src/${each.file}: "${from}" is not in the table of parts`];
      if (allowed.includes(to) || (each.typesOnly && allowed.includes(`types:${to}`))) return [];
      return [`src/${each.file} imports ${each.target}: ${from} may import only ${allowed.join(', ')}`];
    });
    expect(broken).toEqual([]);
  });

  it('take nothing but types from node:http by name, which would load a second HTTP client', () => {
    expect(imports.filter((each) => each.target === 'node:http' && !each.typesOnly).map((each) => each.file)).toEqual([]);
  });

  it('touch no global of the HTTP client that Node would load for it, but where a file is sent', () => {
    const touching = files.filter((file) => /\bfetch\(|new (?:FormData|Headers|Request|Response|WebSocket|EventSource)\b|\bWebSocket\.[A-Z]/u.test(textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '')));
    expect(touching).toEqual(['adapters/discord/request.ts']);
  });

  it('have no import cycles', () => {
    const graph = new Map<string, string[]>();
    for (const each of imports.filter((one) => one.target.startsWith('.'))) {
      graph.set(each.file, [...(graph.get(each.file) ?? []), relative(src, resolve(join(src, dirname(each.file)), each.target))]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) { cycles.push([...path.slice(path.indexOf(file)), file].join(' -> ')); return; }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('hold one idea a file: none over 300 lines, no drawers named utils or helpers', () => {
    const long = files.filter((file) => textOf(file).split('\n').length > 300);
    const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|index)\.ts$/u.test(file));
    expect([...long, ...drawers]).toEqual([]);
  });
});

describe('the conversation', () => {
  const own = files.filter((file) => file.startsWith('conversation/'));

  it('is pure: no clock, no chance, no files, no network, nothing of Node', () => {
    const touches = /\bDate\.now\b|new Date\(|Math\.random|\bprocess\.|\bfetch\(|setTimeout|setInterval|\brequire\(|from 'node:|crypto\.|performance\.|Temporal\.Now/u;
    const impure = own.flatMap((file) => textOf(file).split('\n').flatMap((line, index) => (touches.test(line) && !/^\s*(\/?\*|\/\/)/u.test(line) ? [`src/${file}:${index + 1}: ${line.trim()}`] : [])));
    expect(impure).toEqual([]);
  });
});
