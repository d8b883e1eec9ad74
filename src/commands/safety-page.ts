/** What the bot does for somebody in danger, as the page docs/safety.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SafetyFigures } from '../knowledge/safety-figures.ts';
import { safetyPage as pageOf } from '../knowledge/safety-page.ts';
import { content } from './content.ts';
import { Failure } from './failure.ts';
import { projectRoot } from './project-root.ts';

const file = join(projectRoot, 'docs/figures/safety.json');

export async function safetyPage(): Promise<number> {
  process.stdout.write(pageOf((await content()).library.en, safetyFigures()));
  return 0;
}

function safetyFigures(): SafetyFigures {
  try {
    return SafetyFigures.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Failure(1, 'docs/figures/safety.json cannot be read. Measure again: node scripts/safety-report.ts --figures');
  }
}
