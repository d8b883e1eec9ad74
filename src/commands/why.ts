/** How a text was read, for the author of the content: the reading, the runners-up, the words that decided, the files to edit. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../conversation/reading.ts';
import { projectRoot } from './project-root.ts';

export function whyText(reading: Reading): string {
  const percent = (share: number): string => `${Math.round(100 * share)}%`;
  const danger = reading.safety ? [`  safety    ${reading.safety.tier}: ${reading.safety.kind}, about ${reading.safety.who}, ${reading.safety.when}`] : [];
  const files = filesOf(reading.intent);
  return [
    `  read as   ${reading.intent} ${percent(reading.confidence)} (${reading.decision})`,
    ...danger,
    `  next      ${reading.alternatives.map(each => `${each.intent} ${percent(each.confidence)}`).join(', ') || 'nothing else'}`,
    ...(reading.also === null ? [] : [`  also      ${reading.also}`]),
    `  words     ${reading.why.join(', ') || 'none'}`,
    `  files     ${files.join(', ') || 'none yet'}`,
  ].join('\n') + '\n\n';
}

/** Files that hold what people say for an intent, and what is answered. */
function filesOf(intent: string): readonly string[] {
  const path = intent.replace('.', '/');
  const exercise = `content/exercises/${intent.split('.')[1] ?? intent}.yaml`;
  return [`intents/${path}.yaml`, `content/answers/${path}.md`, ...(intent.startsWith('exercise.') ? [exercise] : []), ...(/^(crisis|safety)\./.test(intent) ? [`content/safety/${intent.split('.')[1] ?? ''}.yaml`] : [])]
    .filter(file => existsSync(join(projectRoot, file)));
}
