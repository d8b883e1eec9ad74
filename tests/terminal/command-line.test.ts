import { describe, expect, it } from 'vitest';
import { program } from '../../src/commands/program.ts';
import { mend } from './mend-process.ts';

const commands = ['serve', 'chat', 'classify', 'evaluate', 'check', 'calibrate', 'graph', 'coverage', 'safety-page', 'bench', 'backup', 'restore', 'rekey', 'export', 'forget', 'unanswered', 'doctor'];

describe('help', () => {
  it('lists every command', () => {
    expect(program().commands.map(command => command.name()).toSorted()).toEqual(commands.toSorted());
  });

  it('says what each command and option is for', () => {
    for (const command of program().commands.flatMap(each => [each, ...each.commands])) {
      expect(command.description(), command.name()).toMatch(/^[a-z].{10,}[^.]$/);
      for (const option of command.options) expect(option.description, `${command.name()} ${option.flags}`).not.toBe('');
      expect(command.helpInformation()).toContain(`Usage: mend ${command.parent?.name() === 'mend' ? '' : 'bench '}${command.name()}`);
    }
  });

  it('of chat shows all there is', () => {
    const chat = program().commands.find(command => command.name() === 'chat');
    expect(chat?.helpInformation()).toMatchInlineSnapshot(`
      "Usage: mend chat [options]

      talk at the terminal, or through a pipe: one line is one message

      Options:
        --db <file>  the data file (default: MEND_DB, or data/mend.db); :memory: keeps
                     nothing
        --as <name>  who is talking: letters, digits, . _ @ - (default: "me")
        --json       every message as one JSON line, then {"turn": n}
        --why        after each reply: how the text was read, and which files to edit
        --watch      read content again when a file is saved
        -h, --help   show this help
      "
    `);
  });
});

describe('a wrong call', () => {
  it.each<[readonly string[], string]>([
    [['--nope'], "mend: unknown option '--nope' See mend --help.\n"],
    [['chatt'], 'mend: there is no command "chatt". See mend --help.\n'],
    [['chat', '--jsn'], "mend: unknown option '--jsn' (Did you mean --json?) See mend --help.\n"],
    [['chat', '--as', 'a b'], "mend: option '--as <name>' argument 'a b' is invalid. Expected 1 to 64 letters, digits, or any of . _ @ - See mend --help.\n"],
    [['chat', '--db', ''], "mend: option '--db <file>' argument '' is invalid. Expected a file name. See mend --help.\n"],
    [['export', 'me'], "mend: command-argument value 'me' is invalid for argument 'key'. Expected telegram:7, discord:123 or terminal:NAME. See mend --help.\n"],
    [['evaluate'], "mend: missing required argument 'files' See mend --help.\n"],
    [['bench', 'nlp', '--train', 'a.jsonl'], 'mend: Give --train and --test together, or neither to measure our own intents.\n'],
  ])('%j exits with 2 and one line', async (args, err) => {
    expect(await mend(args)).toEqual({ code: 2, out: '', err });
  });

  it('to serve without a token exits with 2 and says what is missing', async () => {
    expect(await mend(['serve'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('TELEGRAM_BOT_TOKEN and DISCORD_BOT_TOKEN are both missing') as string });
  });

  it('with wrong settings lists all of them', async () => {
    const { code, err } = await mend(['serve'], '', { MEND_HTTP_PORT: 'x', TELEGRAM_BOT_TOKEN: '1:a' });
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toHaveLength(3);
  });

  it('about a file that is not there makes none', async () => {
    expect(await mend(['export', 'telegram:7', '--db', '/nowhere/at-all.db'])).toEqual({ code: 1, out: '', err: 'mend: there is no data file /nowhere/at-all.db. Name it with --db, or set MEND_DB.\n' });
  });
});

it('without a token and a command says which variables to set, then talks', async () => {
  const { code, out, err } = await mend([], 'hello\n', { MEND_DB: ':memory:' });
  expect(err).toBe('No platform is set: set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN (and MEND_CONTACT) to serve one. Talking here instead.\n');
  expect({ code, talks: out.length > 20 }).toEqual({ code: 0, talks: true });
});
