/**
 * The author's files as text: everything under `content/` and `intents/`, sorted by name, so that nothing depends on the order
 * in which a disk lists them. Sizes are looked at before anything is read: a huge file is refused at once.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './problem.ts';

/** `path` is from the root, with `/`: `content/answers/faq/how-long.md`. Line ends are `\n`. */
export interface SourceFile { readonly path: string; readonly text: string }

/** 256 KB: many times the longest file an author would write, and still parsed within a second. */
export const maxFileBytes = 262_144;

/** Every YAML and Markdown file below the two folders. `README.md`, hidden files and an editor's copies (`~`) are left alone. */
export function readSourceFiles(root: string, report: Report): readonly SourceFile[] {
  const files: SourceFile[] = [];
  for (const path of [...listed(root, 'content', report), ...listed(root, 'intents', report)]) {
    const file = readSourceFile(root, path, report);
    if (file) files.push(file);
  }
  return files;
}

/** SHA-256 of all names and texts, hex. Every file is framed by its length, so no two sets of files look the same. */
export function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.path}\0${Buffer.byteLength(file.text)}\0`).update(file.text);
  return hash.digest('hex');
}

/** SHA-256 of the same files as they lie on the disk, hex: enough to see whether anything was changed, and no text is made of them. */
export function hashOnDisk(root: string): string {
  const hash = createHash('sha256');
  for (const path of [...listed(root, 'content', () => {}), ...listed(root, 'intents', () => {})]) {
    const size = statSync(join(root, path), { throwIfNoEntry: false })?.size ?? -1;
    hash.update(`${path}\0${size}\0`);
    // A longer one is refused, so nothing that holds it is ever kept.
    if (size >= 0 && size <= maxFileBytes) hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function listed(root: string, folder: string, report: Report): readonly string[] {
  const paths: string[] = [];
  for (const entry of entriesOf(join(root, folder)).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || entry.name === 'README.md' || entry.name.endsWith('.json') || entry.name.endsWith('~')) continue;
    if (entry.isDirectory()) paths.push(...listed(root, path, report));
    else if (/\.(yaml|md)$/.test(entry.name)) paths.push(path);
    else if (entry.name.endsWith('.yml')) report({ file: path, line: 1 }, 'Files here end in ".yaml", this one in ".yml", so it would be overlooked.', `Rename it to ${entry.name.replace(/\.yml$/, '.yaml')}.`);
    else report({ file: path, line: 1 }, 'This kind of file has no meaning here: content is in .yaml and .md files.', 'Move it somewhere else or give it the right ending.');
  }
  return paths;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

function readSourceFile(root: string, path: string, report: Report): SourceFile | null {
  const size = statSync(join(root, path), { throwIfNoEntry: false })?.size;
  if (size === undefined) return null; // an editor that is saving took it away in between
  if (size > maxFileBytes) {
    report({ file: path, line: 1 }, `This file has ${kilobytes(size)} KB; at most ${kilobytes(maxFileBytes)} KB are read.`, 'Split it, or check whether something else was saved under this name.');
    return null;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(root, path)));
    return { path, text: text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    report({ file: path, line: 1 }, 'This file is not saved as UTF-8, so some letters cannot be read.', 'Save it again in your editor with the encoding "UTF-8".');
    return null;
  }
}

function kilobytes(bytes: number): string {
  return Math.ceil(bytes / 1024).toLocaleString('en');
}
