/** The command line: what there is to ask for. Each command loads only what it needs, so that `--help` and `chat` start fast. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { EvaluateOptions } from '../nlp/commands/evaluate.ts';
import type { ChatOptions } from './chat.ts';
import { Failure } from './failure.ts';
import type { BenchNlpOptions } from './language.ts';
import { isPersonId } from './person-id.ts';
import type { UnansweredOptions } from './unanswered.ts';

export function program(): Command {
  const mend = new Command('mend')
    .description('A private chat bot for people who are learning to trust a partner again. Without a command: serve the platforms whose tokens are set, or talk here when none is.')
    .argument('[command]')
    .usage('[options] [command]')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(true)
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .addHelpText('after', '\nExamples:\n  mend chat\n  mend chat --db :memory:\n  printf "How long does it take?\\n" | mend chat --json\n  mend <command> --help');

  mend.action(async (command: string | undefined) => {
    if (command !== undefined) throw new Failure(2, `there is no command "${command}". See mend --help.`);
    return exitWith((await import('./start.ts')).start());
  });
  mend.command('serve').description('serve the platforms whose tokens are set')
    .action(async () => exitWith((await import('./serve.ts')).serve()));
  mend.command('chat').description('talk at the terminal, or through a pipe: one line is one message')
    .addOption(dbOption())
    .addOption(new Option('--as <name>', 'who is talking: letters, digits, . _ @ -').default('me').argParser(personName))
    .option('--json', 'every message as one JSON line, then {"turn": n}')
    .option('--why', 'after each reply: how the text was read, and which files to edit')
    .option('--watch', 'read content again when a file is saved')
    .addHelpText('after', '\nA line /name ... is a command, a line [label] presses a button, anything else is a message.')
    .action(async (options: ChatOptions) => exitWith((await import('./chat.ts')).chat(options)));
  understanding(mend);
  data(mend);
  return mend;
}

function understanding(mend: Command): void {
  mend.command('classify').description('read lines from standard input, write how each one is understood as JSON lines')
    .action(async () => exitWith((await import('./language.ts')).classify()));
  mend.command('evaluate').description('examine the understanding on labelled messages (JSONL with text and accept)')
    .argument('<files...>', 'one or more JSONL files')
    .option('--changes', 'also with every message changed in the ways in which messages arrive: case, look-alikes, slips')
    .option('--report <file>', 'also write the report as a page in Markdown')
    .option('--json', 'the figures as one JSON object')
    .action(async (files: readonly string[], options: EvaluateOptions) => exitWith((await import('./language.ts')).evaluate(files, options)));
  mend.command('check').description('check everything that authors write; exit code 1 when anything is wrong')
    .option('--notes', 'also show what is worth knowing and no mistake')
    .action(async (options: { notes?: true }) => exitWith((await import('./check.ts')).check(options.notes === true)));
  mend.command('calibrate').description('compute intents/calibration.json anew from intents/')
    .action(async () => exitWith((await import('./language.ts')).calibrate()));
  mend.command('graph').description('draw each exercise as a Mermaid diagram')
    .argument('[id]', 'only this exercise, such as exercise.boundary')
    .action(async (id: string | undefined) => exitWith((await import('./graph.ts')).graph(id ?? null)));
  mend.command('coverage').description('which section of the source document is covered by which units, as Markdown')
    .action(async () => exitWith((await import('./coverage.ts')).coverage()));
  mend.command('safety-page').description('what the bot does for somebody in danger, and how well, as Markdown')
    .action(async () => exitWith((await import('./safety-page.ts')).safetyPage()));
  const bench = mend.command('bench').description('measure speed and memory: turns, memory, reading or nlp').helpCommand(false)
    .action(() => { throw new Failure(2, 'Say what to measure: mend bench turns, mend bench memory, mend bench reading or mend bench nlp.'); });
  bench.command('turns').description('measure turns against bare commits of the same size, and the start')
    .option('--json', 'the figures as one JSON object')
    .action(async (options: { readonly json?: true }) => exitWith((await import('./bench.ts')).benchTurns(options.json === true)));
  bench.command('memory').description('measure the memory of a serving process, before and after many people have talked')
    .option('--people <n>', 'how many', (value: string) => Math.max(1, Math.trunc(Number(value)) || 1), 10_000)
    .option('--json', 'the figures as one JSON object')
    .action(async (options: { readonly people: number; readonly json?: true }) => exitWith((await import('./bench-memory.ts')).benchMemory(options.people, options.json === true)));
  bench.command('reading').description('measure how long reading a message takes, by its length')
    .option('--json', 'the figures as one JSON object')
    .action(async (options: { readonly json?: true }) => exitWith((await import('./language.ts')).benchReading(options.json === true)));
  bench.command('nlp').description('measure understanding: accuracy, out-of-scope recall, time, size')
    .option('--train <file>', 'JSONL with text and intent to learn from')
    .option('--test <file>', 'JSONL with text and intent to examine on; "oos" marks what fits nothing')
    .option('--seeds <n>', 'train so many times, each time on another draw of the sentences; gives means and 95% intervals', wholeNumber)
    .option('--per-intent <n>', 'with --seeds: draw so many sentences of each intent (default: nine in ten)', wholeNumber)
    .option('--json', 'the figures as one JSON object')
    .action(async (options: BenchNlpOptions) => {
      if ((options.train === undefined) !== (options.test === undefined)) throw new Failure(2, 'Give --train and --test together, or neither to measure our own intents.');
      if (options.perIntent !== undefined && options.seeds === undefined) throw new Failure(2, 'Give --seeds with --per-intent: how many draws.');
      return exitWith((await import('./language.ts')).benchNlp(options));
    });
}

function data(mend: Command): void {
  mend.command('backup').description('copy the data file while the bot runs; the copy never holds keys').argument('<file>', 'where to; an older copy there is replaced once the new one is whole').addOption(dbOption())
    .action(async (file: string, options: DbOptions) => exitWith((await import('./backup.ts')).backup(file, options.db)));
  mend.command('restore').description('put a backup in the place of the data file; the bot must be stopped').argument('<file>', 'a backup').addOption(dbOption())
    .action(async (file: string, options: DbOptions) => exitWith((await import('./backup.ts')).restore(file, options.db)));
  mend.command('rekey').description('replace the key that protects all other keys; the bot must be stopped').addOption(dbOption())
    .action(async (options: DbOptions) => exitWith((await import('./backup.ts')).rekey(options.db)));
  mend.command('export').description('write everything that is kept about one person to standard output, as JSON').argument('<key>', keyHelp, personKey).addOption(dbOption())
    .action(async (key: string, options: DbOptions) => exitWith((await import('./person.ts')).exportPerson(key, options.db)));
  mend.command('forget').description('delete everything that is kept about one person').argument('<key>', keyHelp, personKey).addOption(dbOption())
    .action(async (key: string, options: DbOptions) => exitWith((await import('./person.ts')).forgetPerson(key, options.db)));
  mend.command('unanswered').description('list what people asked in vain: a few words of a public list and counts of people, never texts').addOption(dbOption())
    .option('--min <n>', 'show what so many people asked, or more', wholeNumber, 3)
    .option('--stub <n>', 'write line n of the list into an intent file, for an author to finish; needs --intent', wholeNumber)
    .option('--intent <id>', 'the intent to write it to, such as topic.in-laws; its file is made when there is none')
    .option('--json', 'as one JSON array')
    .action(async (options: UnansweredOptions) => exitWith((await import('./unanswered.ts')).unanswered(options)));
  mend.command('doctor').description('show facts about this installation, and what is wrong with it').addOption(dbOption())
    .action(async (options: DbOptions) => exitWith((await import('./doctor.ts')).doctor(options.db)));
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Expected a whole number from 1.');
}

interface DbOptions { readonly db?: string }

const keyHelp = 'telegram:7, discord:123 or terminal:NAME';

function dbOption(): Option {
  return new Option('--db <file>', 'the data file (default: MEND_DB, or data/mend.db); :memory: keeps nothing').argParser((value: string) => {
    if (value.trim() === '') throw new InvalidArgumentError('Expected a file name.');
    return value;
  });
}

function personName(value: string): string {
  if (/^[\p{L}\p{N}._@-]{1,64}$/u.test(value)) return value;
  throw new InvalidArgumentError('Expected 1 to 64 letters, digits, or any of . _ @ -');
}

function personKey(value: string): string {
  if (isPersonId(value)) return value;
  throw new InvalidArgumentError(`Expected ${keyHelp}.`);
}

async function exitWith(code: Promise<number>): Promise<void> {
  process.exitCode = await code;
}
