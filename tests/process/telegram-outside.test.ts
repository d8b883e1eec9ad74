/** The served bot against a Bot API that somebody else could have written: what is documented as optional is missing, what may go wrong does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve, type Served } from '../fakes/telegram/served.ts';
import { projectRoot } from '../knowledge-of-project.ts';
import { json, stranger, type Mood, type Stranger } from '../fakes/telegram/stranger.ts';

let folder = '';
let api: Stranger;
const running: Served[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mend-outside-'));
  api = await stranger();
});
afterEach(async () => {
  for (const each of running.splice(0)) { each.kill('SIGKILL'); await each.ended; }
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});
const settings = (): Readonly<Record<string, string>> => ({ MEND_DB: join(folder, 'mend.db'), MEND_CONTACT: 'Ada at the desk', ...api.settings });
const start = (): Served => {
  const served = serve(settings());
  running.push(served);
  return served;
};
const heard = (id: number): number => api.said.filter(({ chat }) => chat === id).length;
const textsOf = (id: number): readonly string[] => api.said.filter(({ chat }) => chat === id).map(({ text }) => text);

/** The talks that everybody has: first words, a question, a check-in, a chart, an exercise, a danger, the quick exit, a file and the end. */
async function talks(id: number, between: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const after = async (act: () => void, words: string | RegExp): Promise<void> => {
    const before = heard(id);
    act();
    await between();
    await api.hears(id, words, before);
  };
  const write = (text: string, words: string | RegExp, more?: object): Promise<void> => after(() => api.writes(id, text, more), words);
  const press = (label: string, words: string | RegExp, times?: number, about?: object): Promise<void> => after(() => api.presses(id, label, times, about), words);
  await write('/start', 'or choose something here');
  await write('how long does it take to trust again?', 'Nobody can name the day', { from: undefined });
  await write('/checkin@SomeBot', 'trust yourself this week');
  await write('5', 'trust your partner');
  await write('6', 'How safe');
  await write('7', 'Anything to remember');
  await press('Skip', 'once a week', 5);
  await press('No, thank you', /./u, 1, {});
  await write('/progress', 'Your weeks');
  await press('Draw it', 'how safe I feel 7');
  await write('/start exercise_boundary', 'What is it about?', { chat: { id } });
  await press('My body', 'What is not okay', 5, {});
  await write('i want to kill myself', /nobody has been told/iu, { from: { id, language_code: '__proto__' } });
  await write('/hide', 'houseplants');
  await write('blue door', 'What would you like to do now?');
  await write('/export', 'Send it?');
  await press('Send the file', 'Shall we go on');
  await write('/forget', 'Shall I?');
  await press('Delete everything', 'Done.');
}

/** Nobody is told the same thing twice in these talks but what was said again on purpose. */
const doubled = (id: number): readonly string[] => textsOf(id).filter((text, index, all) => all.indexOf(text) < index && !text.startsWith('Your weeks'));

describe('a Bot API that nobody here has written', () => {
  it('that says as little as it may, refuses every courtesy and never forgets an update is served', { timeout: 120_000 }, async () => {
    const courtesies: Mood = (method, time) => {
      if (method === 'answerCallbackQuery') return json(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
      if (method.startsWith('editMessage')) return json(400, time % 2 === 0 ? 'Bad Request: message is not modified' : 'Bad Request: message to edit not found');
      if (method.startsWith('deleteMessage')) return json(400, 'Bad Request: message can\'t be deleted');
      if (method === 'sendPhoto') return [413, '<html><h1>413 Request Entity Too Large</h1></html>'];
      if (method === 'deleteWebhook' && time === 1) return json(500, 'Internal Server Error');
      return /My|Action/u.test(method) ? json(404, 'Not Found') : null;
    };
    api.mood = courtesies;
    api.ignoresOffset = true;
    api.holds = 0;
    await start().ready();
    await Promise.all([5, 6].map((id) => talks(id)));
    expect([doubled(5), doubled(6)]).toEqual([[], []]);
    // Each press once, however often it was given.
    expect(api.count('answerCallbackQuery')).toBe(2 * 14);
  });

  it('that storms, is in the hands of another program for a while and sees the bot killed again and again loses nothing and gives nothing twice', { timeout: 240_000 }, async () => {
    const sends: readonly ReturnType<Mood>[] = [json(429, 'Too Many Requests: retry after 1'), null, null, [502, '<html>Bad Gateway</html>'], null, null, json(500, 'Internal Server Error'), null, null, null];
    const polls: readonly ReturnType<Mood>[] = [null, json(429, 'Too Many Requests', { retry_after: 1 }), null, json(409, 'Conflict: terminated by other getUpdates request'), null, [200, ''], null, 'cut', null, [200, '{}'], null, [502, '<html>'], null, json(404, 'Not Found')];
    api.mood = (method, time) => (method === 'getUpdates' ? polls[time % polls.length] : method === 'sendMessage' ? sends[time % sends.length] : null) ?? null;
    let served = start();
    let steps = 0;
    // What was said is written down by then; what was just written was not read yet, or is in hand.
    await talks(7, async () => {
      steps += 1;
      if (steps % 5 !== 0) return;
      served.kill('SIGKILL');
      await served.ended;
      served = start();
    });
    expect(doubled(7)).toEqual([]);
  });

  it('that does not know the token ends the start with one sentence', { timeout: 60_000 }, async () => {
    api.mood = () => json(401, 'Unauthorized');
    const served = start();
    expect((await served.ended).code).toBe(1);
    expect(served.log()).toContain('Telegram does not accept TELEGRAM_BOT_TOKEN');
  });
});

describe('npm start', () => {
  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)('that gets %s takes the bot with it, also where it does not pass the end on, and the next one serves', { timeout: 120_000 }, async (signal) => {
    // A group of its own, so that nothing of it is left behind.
    const npm = spawn('npm', ['start'], { cwd: projectRoot, env: { ...process.env, ...settings() }, stdio: 'ignore', detached: true });
    try {
      api.writes(3, '/start');
      await api.hears(3, 'or choose something here');
      npm.kill(signal);
      await once(npm, 'exit');
      await start().ready();
      api.writes(3, '/help');
      await api.hears(3, 'These work at any time');
    } finally {
      try { process.kill(-(npm.pid ?? 0), 'SIGKILL'); } catch { /* all of it is gone, as it should be */ }
    }
  });
});
