/** The settings of this process, or the list of everything that is wrong with them. */
import { readFileSync } from 'node:fs';
import { readConfig, type Config, type Environment } from '../config.ts';
import { Failure } from './failure.ts';

/** @throws Failure that lists every problem. */
export function settings(env: Environment = process.env): Config {
  const result = readConfig(env, path => readFileSync(path, 'utf8'));
  if ('config' in result) return result.config;
  throw new Failure(2, ['The settings need a change:', ...result.problems.map(problem => `- ${problem}`)].join('\n'));
}

/** The same without the platforms: for commands that talk to none, a token or its settings can be neither right nor wrong. */
export function settingsAtHome(db: string | undefined, env: Environment = process.env): Config {
  const own = Object.entries(env).filter(([name]) => !/^(TELEGRAM|DISCORD)_/.test(name));
  return settings({ ...Object.fromEntries(own), ...(db === undefined ? {} : { MEND_DB: db }) });
}
