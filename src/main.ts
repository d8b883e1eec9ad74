/**
 * The command line. What serves is loaded at once; the library that reads command lines only for everything else.
 * Exit codes: 0 done, 1 it could not be done, 2 it was asked for wrongly.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Failure } from './commands/failure.ts';
import { projectRoot } from './commands/project-root.ts';

/** The exit code of `argv`, without the program's own name. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    if (argv.length === 0) return await (await import('./commands/start.ts')).start();
    if (argv.length === 1 && argv[0] === 'serve') return await (await import('./commands/serve.ts')).serve();
    return await parsed(argv);
  } catch (error) {
    process.stderr.write(`${await sentenceOf(error)}\n`);
    return error instanceof Failure ? error.exitCode : 1;
  }
}

async function parsed(argv: readonly string[]): Promise<number> {
  const { CommanderError } = await import('commander');
  const { program } = await import('./commands/program.ts');
  try {
    await program().parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    process.stderr.write(`mend: ${error.message.replace(/^error: /, '').replaceAll('\n', ' ')} See mend --help.\n`);
    return 2;
  }
}

/** Our own errors say what to do; of a stranger's only the kind is shown, since its words may quote somebody. */
async function sentenceOf(error: unknown): Promise<string> {
  if (error instanceof Failure) return `mend: ${error.message}`;
  if (error instanceof Error && ['StoreError', 'Unavailable', 'CannotStart'].includes(error.name)) return `mend: ${error.message}`;
  const { describeError } = await import('./runtime/log.ts');
  return `mend: something went wrong that this program does not know. This is a bug; please report it with this: ${JSON.stringify(describeError(error))}`;
}

if (import.meta.main) {
  // Compiled code of the last start; without a place for it the start is only slower.
  enableCompileCache(join(projectRoot, '.cache', 'code'));
  process.exitCode = await run(process.argv.slice(2));
}
