/**
 * The talks of `tests/conversations/*.yaml`, which authors can write and read: what a person does, and what the reply must hold.
 * Each line is one of `you`, `press`, `command`, `send`, `later`, `hear` (what came unasked), with expectations beside it;
 * `as: ben` makes it another person's line, and `{code}` is the last code that anybody was shown.
 * `silent` (nothing was said), `bot` (words in the reply), `not` (words not in it), `buttons` (their beginnings), `records`, `class`, `secret`, `chart`, `forgotten`, `cleared`,
 * `keep: name` and `differs: name` or `same: name` (compare with an earlier reply).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot, projectUnderstanding } from './knowledge-of-project.ts';
import { startCompany, startTalk, type Reply, type Talk } from './talk.ts';

const Move = z.strictObject({
  you: z.string().optional(), press: z.string().optional(), command: z.string().optional(), send: z.enum(['sticker', 'voice', 'picture']).optional(),
  later: z.string().optional(), hear: z.literal(true).optional(), as: z.string().optional(),
  bot: z.array(z.string()).optional(), not: z.array(z.string()).optional(), buttons: z.array(z.string()).optional(),
  records: z.number().optional(), class: z.string().optional(), secret: z.boolean().optional(), chart: z.boolean().optional(), forgotten: z.boolean().optional(), cleared: z.boolean().optional(),
  silent: z.boolean().optional(), keep: z.string().optional(), same: z.string().optional(), differs: z.string().optional(),
});
type Move = z.infer<typeof Move>;
const Transcript = z.strictObject({
  about: z.string(),
  talks: z.array(z.strictObject({ name: z.string(), locale: z.string().optional(), talk: z.array(Move) })),
});

const folder = join(projectRoot, 'tests/conversations');
const { library, understand } = projectUnderstanding();

for (const file of readdirSync(folder).toSorted()) {
  const transcript = Transcript.parse(parse(readFileSync(join(folder, file), 'utf8')));
  describe(`${file}: ${transcript.about}`, () => {
    for (const { name, locale, talk } of transcript.talks) {
      it(name, () => {
        const company = startCompany();
        const sessionOf = (as: string): Talk => company.talks.get(`terminal:${as}`) ?? startTalk({ library, understand, company, person: `terminal:${as}`, ...(locale ? { locale } : {}) });
        const kept = new Map<string, string>();
        let code = '';
        for (const [index, move] of talk.entries()) {
          const session = sessionOf(move.as ?? 'me');
          const reply = done(session, withCode(move, code));
          code = /\b(\d{4}) (\d{4})\b/u.exec(reply.text)?.slice(1).join('') ?? code;
          check(move, reply, session, kept, `line ${index + 1} (${JSON.stringify(move)})`);
        }
      });
    }
  });
}

function withCode(move: Move, code: string): Move {
  const filled = (text: string | undefined): { text: string } | null => (text === undefined ? null : { text: text.replace('{code}', code) });
  const [you, command] = [filled(move.you), filled(move.command)];
  return { ...move, ...(you ? { you: you.text } : {}), ...(command ? { command: command.text } : {}) };
}

function done(session: Talk, move: Move): Reply {
  if (move.you !== undefined) return session.say(move.you);
  if (move.press !== undefined) return session.press(move.press);
  if (move.send !== undefined) return session.unreadable(move.send);
  if (move.later !== undefined) return session.later(duration(move.later));
  // What is due now reaches everybody first.
  if (move.hear) return session.later(0);
  if (move.command !== undefined) {
    const [name = '', ...rest] = move.command.slice(1).split(' ');
    return session.command(name, rest.length > 0 ? { text: rest.join(' ') } : {});
  }
  throw new Error(`a line needs one of you, press, command, send, later, hear: ${JSON.stringify(move)}`);
}

function duration(text: string): number {
  const match = /^(\d+) (minute|hour|day)s?$/u.exec(text);
  if (!match) throw new Error(`"${text}" is no duration like "3 days"`);
  return Number(match[1]) * { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[match[2] as 'minute' | 'hour' | 'day'];
}

function check(move: Move, reply: Reply, session: Talk, kept: Map<string, string>, where: string): void {
  for (const words of move.bot ?? []) expect(reply.text.toLowerCase(), where).toContain(words.toLowerCase());
  for (const words of move.not ?? []) expect(reply.text.toLowerCase(), where).not.toContain(words.toLowerCase());
  for (const label of move.buttons ?? []) expect(reply.buttons.some((each) => each.toLowerCase().startsWith(label.toLowerCase())), `${where}: no button "${label}" in ${reply.buttons.join(' | ')}`).toBe(true);
  if (move.records !== undefined) expect(session.records, where).toHaveLength(move.records);
  if (move.class !== undefined) expect(reply.effects.find((effect) => effect.kind === 'say'), where).toMatchObject({ cls: move.class });
  if (move.secret !== undefined) expect(reply.messages.some((message) => message.secret === true), where).toBe(move.secret);
  if (move.chart !== undefined) expect(reply.messages.some((message) => message.kind === 'chart'), where).toBe(move.chart);
  if (move.forgotten !== undefined) expect(session.stored === null, where).toBe(move.forgotten);
  if (move.cleared !== undefined) expect(reply.effects.some((effect) => effect.kind === 'clear' && effect.what === 'chat'), where).toBe(move.cleared);
  if (move.keep !== undefined) kept.set(move.keep, reply.text);
  if (move.silent !== undefined) expect(reply.text === '', `${where}: it said ${reply.text}`).toBe(move.silent);
  if (move.same !== undefined) expect(reply.text, where).toBe(kept.get(move.same));
  if (move.differs !== undefined) expect(reply.text, where).not.toBe(kept.get(move.differs));
}
