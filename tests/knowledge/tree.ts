/** A small good content tree in a temporary folder, and what the check says when a file of it is changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { phraseSpecs, wordIds } from '../../src/conversation/phrases.ts';
import { safetyKinds } from '../../src/conversation/reading.ts';
import { checkContent, type CheckExtra, type CheckResult } from '../../src/knowledge/check.ts';
import { formatProblems } from '../../src/knowledge/report.ts';

/** Path -> text; null takes the file away. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;
export const today = '2026-11-22';

export const answer = `---
title: Forgiving
source: ["8.3"]
evidence: { strength: some, note: Small studies point the same way. }
reviewed: none
---
Forgiving is something you may do, not something you owe.

## Shorter
You may forgive, and you may not.
`;

export const exercise = `title: One small promise
minutes: 4
source: ["9.3"]
evidence: { strength: some, note: "Plans worded 'if ... then ...' are kept more often." }
reviewed: none
locks: []
steps:
  - say: A small promise that you keep is worth more than a big one.
  - { id: plan, write: 'What will you do, and when? Begin with "If".', save: plan, max: 300 }
  - { id: sure, scale: How sure are you?, from: 0 (not at all), to: 10 (completely), save: sure, below: { 7: smaller }, next: follow-up }
  - id: smaller
    choose: Shall we make it smaller?
    choices: [{ label: Make it smaller, go: plan }, { label: Keep it as it is, go: follow-up }]
  - { id: follow-up, time: When may I ask how it went?, save: ask_at }
  - { id: result, show: "{plan}", keep: promise }
  - end: I will ask once, and any answer is fine.
`;

export const checkIn = `title: Trust this week
for: [person, community]
reviewed: none
sliders: [{ id: self, ask: How much did you trust yourself this week?, low: not at all, high: completely }]
line: Anything to remember?
prompts: [What helped you feel a little safer this week?]
`;

export const helplines = `country: IE
names: [Ireland, Éire]
emergency: ["112", "999"]
lines:
  - { id: ie-one, kind: suicide, name: One, call: "116 123", hours: "24/7", languages: [en], source: a page, checked: 2026-11-01, how: page }
  - { id: ie-two, kind: abuse, name: Two, text: "50808", hours: "24/7", source: my memory, checked: 2026-11-01, how: memory }
`;

/** The same answer or exercise under another title. */
export const titled = (text: string, title: string): string => text.replace(/title: .*/, `title: ${title}`);

export const intent = (about: string, ...says: string[]): string => `about: ${about}\nsays: ${JSON.stringify(says)}\n`;

export function goodTree(): Record<string, string> {
  const phrases = Object.entries(phraseSpecs).map(([id, names]: [string, readonly string[]]) => `${JSON.stringify(id)}: ${JSON.stringify(`Yes ${names.map((name) => `{${name}}`).join(' ')}`.trim())}`);
  const tree: Record<string, string> = {
    'content/answers/faq/how-to-forgive.md': answer,
    'content/exercises/promise.yaml': exercise,
    'content/check-ins/trust.yaml': checkIn,
    'content/helplines/IE.yaml': helplines,
    'content/paths/steady.yaml': `title: Steady\nweeks:\n${'  - { unit: exercise.promise, why: A promise is a start. }\n'.repeat(4)}`,
    'content/phrases.yaml': `${phrases.join('\n')}\n`,
    'content/words.yaml': `${wordIds.map((id) => `${JSON.stringify(id)}: [${JSON.stringify(`word ${id}`)}]`).join('\n')}\n`,
    'content/sections.yaml': '"8.3": How forgiving can go\n"9.3": Promises\n',
    'content/reviewers.yaml': '- { name: Ann Example, role: couples counsellor, date: 2026-11-20 }\n',
    'content/forbidden.yaml': '"!": It is loud.\nsimply: Nothing is simple.\njust: { why: It makes things small., except: [just as] }\n',
    'intents/faq/how-to-forgive.yaml': intent('They ask how to forgive.', 'how do i forgive'),
    'intents/exercise/promise.yaml': intent('They want to make a promise.', 'make a promise with me'),
    'intents/chat/greet.yaml': `${intent('They say hello.', 'hello')}built-in: greet\n`,
    'intents/out-of-scope.yaml': intent('Everything else.', 'what is the weather'),
  };
  for (const kind of safetyKinds) tree[`content/safety/${kind.replace('.', '-')}.yaml`] = safety(kind);
  return tree;
}

export function safety(kind: string, more = ''): string {
  return `kind: ${kind}\n${more}reviewed: none\ncare: ["I am glad you told me."]\nlines: [emergency, directory]\n`;
}

/** Runs `use` on a folder of its own that holds the good tree with `changes`. */
export function withTree<T>(changes: Files, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'mend-content-'));
  try {
    writeFiles(root, { ...goodTree(), ...changes });
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** As `withTree`, for work that takes time: the folder stays until it is done. */
export async function withTreeFor(changes: Files, use: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'mend-content-'));
  try {
    writeFiles(root, { ...goodTree(), ...changes });
    await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function writeFiles(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text === null) rmSync(join(root, path), { force: true });
    else writeFileSync(join(root, path), text);
  }
}

const shared = mkdtempSync(join(tmpdir(), 'mend-content-'));
const good = goodTree();
writeFiles(shared, good);
afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** The check on the good tree with `changes`, which are taken back afterwards. */
export function check(changes: Files, extra: CheckExtra = {}): CheckResult {
  writeFiles(shared, changes);
  try {
    return checkContent(shared, today, extra);
  } finally {
    writeFiles(shared, Object.fromEntries(Object.keys(changes).map((path) => [path, good[path] ?? null])));
  }
}

/** What the author reads after changing these files. */
export function said(changes: Files, extra: CheckExtra = {}): string {
  return formatProblems(check(changes, extra).problems);
}
