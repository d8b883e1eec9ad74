/**
 * A stub: a comment in an intent file that says what people asked in vain, until an author has written sentences for it.
 *
 *     says:
 *       # stub: 7 people asked in vain with these words: kid, separate, tell
 *
 * It is a comment, so that a file that was fine stays fine; the content check reminds of it until it is taken away.
 */
import type { Report } from './problem.ts';

export interface Stub { readonly line: number; readonly words: string }

const sign = '# stub:';
const said = 'asked in vain with these words:';

/** The new text of an intent file. `text` null: there is no such file yet. */
export function withStub(text: string | null, words: string, people: number): string {
  const line = `${sign} ${people} ${people === 1 ? 'person' : 'people'} ${said} ${words}`;
  if (text === null) return `about:\nsays:\n  ${line}\n`;
  const lines = text.split('\n');
  const says = lines.findIndex((each) => /^says:\s*(?:#.*)?$/.test(each));
  // A list in brackets has no lines of its own: the stub stands at the top then.
  lines.splice(says + 1, 0, says < 0 ? line : `  ${line}`);
  return lines.join('\n');
}

export function stubsIn(text: string): readonly Stub[] {
  return text.split('\n').flatMap((each, index) => {
    const at = each.indexOf(`${sign} `);
    return at < 0 || each.slice(0, at).trim() !== '' ? [] : [{ line: index + 1, words: each.slice(each.indexOf(said) + said.length).trim() }];
  });
}

/** A file that holds nothing but a stub. */
export function isBareStub(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'about') === null && Reflect.get(value, 'says') === null;
}

export function reportStub(file: string, { line, words }: Stub, bare: boolean, report: Report): void {
  const cure = bare
    ? 'Write after "about:" what they want, and under "says:" 30 sentences as different people would write them, each on a line that begins with "- ". Then remove the line that begins with "# stub:".'
    : 'Write sentences about it under "says:" as different people would write them, or decide that it does not belong here. Then remove this line.';
  report({ file, line }, `This is not finished: people asked with the words "${words}", and nobody has written sentences for that yet.`, cure);
}
