/**
 * YAML 1.2 as people write it: parsed with every value's line kept, so that a mistake found later can still be shown where it is.
 * Aliases and anchors are refused before anything is built from them: ten lines of them can stand for a billion values.
 */
import { LineCounter, Scalar, isAlias, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Pair, YAMLMap } from 'yaml';
import type { Report } from './problem.ts';
import { explainYaml } from './yaml-mistakes.ts';

export type Path = readonly (string | number)[];

export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** The line of the value at a path, or of the nearest thing around it that exists. */
  readonly lineOf: (path: Path) => number;
  /** The line on which a key stands. */
  readonly lineOfKey: (path: Path, key: string) => number;
  /** What the author typed for a plain value: `8.10` where the value is 8.1. */
  readonly typed: (path: Path) => string;
}

/** More opening brackets or dashes in a row than any author needs; the parser would follow them down until the stack ends. */
const tooDeep = /(?:[[{]\s*|[-?] +){40}/;

/** `before`: lines of the file above this text, for front matter. Null when it cannot be read; the mistakes are reported. */
export function readYaml(file: string, text: string, report: Report, before = 0): YamlSource | null {
  const deep = tooDeep.exec(text);
  if (deep) {
    report({ file, line: before + text.slice(0, deep.index).split('\n').length }, 'Lists inside lists inside lists: this is nested too deep to be meant.', 'Remove the brackets or dashes that do not belong here.');
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number) => before + lines.linePos(offset).line;

  const [error] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (error) {
    const line = lineAt(/missing closing .*quote/i.test(error.message) ? lastQuote(document) ?? error.pos[0] : error.pos[0]);
    const { message, cure } = explainYaml(error, text.split('\n')[line - 1 - before] ?? '', text.slice(error.pos[0], error.pos[1]));
    report({ file, line }, message, cure);
    return null;
  }
  const sign = firstAliasOrAnchor(document);
  if (sign !== null) {
    report({ file, line: lineAt(sign) }, 'A word that begins with * or & means something of its own in YAML, and that is not used here.', 'Put the text in quotes: "*like this*".');
    return null;
  }
  return { file, value: document.toJS(), ...places(document, lineAt, before) };
}

/** Where the last quoted text begins: a quote that is never closed runs to the end of the file. */
function lastQuote(document: Document.Parsed): number | null {
  let at: number | null = null;
  visit(document, { Scalar: (_, node) => {
    if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) at = node.range?.[0] ?? at;
  } });
  return at;
}

function firstAliasOrAnchor(document: Document.Parsed): number | null {
  let at: number | null = null;
  visit(document, (_, node) => {
    if (!isNode(node) || (!isAlias(node) && !node.anchor)) return undefined;
    at = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return at;
}

function places(document: Document.Parsed, lineAt: (offset: number) => number, before: number): Pick<YamlSource, 'lineOf' | 'lineOfKey' | 'typed'> {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    const known = pairs.get(map) ?? new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])));
    pairs.set(map, known);
    return known.get(key);
  };
  const within = (node: unknown, key: string | number): unknown => {
    if (isMap(node)) return pairOf(node, String(key))?.value;
    return isSeq(node) ? node.items[Number(key)] : undefined;
  };
  const nodeAt = (path: Path): unknown => path.reduce(within, document.contents);
  const start = (node: unknown) => (isNode(node) && node.range ? lineAt(node.range[0]) : null);
  const keyLine = (around: unknown, key: string | number | undefined) => (isMap(around) && key !== undefined ? start(pairOf(around, String(key))?.key) : null);
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = nodeAt(path.slice(0, depth));
      const named = depth > 0 ? keyLine(nodeAt(path.slice(0, depth - 1)), path[depth - 1]) : null;
      const line = (isCollection(node) ? null : start(node)) ?? named ?? start(node);
      if (line !== null) return line;
    }
    return before + 1;
  };
  return {
    lineOf,
    lineOfKey: (path, key) => keyLine(nodeAt(path), key) ?? lineOf(path),
    typed: (path) => {
      const node = nodeAt(path);
      return isScalar(node) ? (node.source ?? String(node.value)) : '';
    },
  };
}
