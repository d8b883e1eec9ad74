import { describe, expect, it } from 'vitest';
import { createLog, describeError, type Fields } from '../../src/runtime/log.ts';

const marker = 'he hit me again';
const token = '123456:ABC-DEF1234';

function lines(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog('trace', line => { text += line; }));
  return text;
}

describe('logs', () => {
  it('are one JSON object a line', () => {
    const text = lines(log => { log.info('Serving.', { platform: 'telegram', port: 9464 }); log.warn('Slow.', { ms: 12 }); });
    expect(text.trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>)).toMatchObject([
      { level: 'info', msg: 'Serving.', platform: 'telegram', port: 9464 },
      { level: 'warn', msg: 'Slow.', ms: 12 },
    ]);
  });

  it('name a person by a pseudonym that is the same in one process only', () => {
    const once = lines(log => { log.info('a', { about: 'telegram:7' }); log.info('b', { about: 'telegram:7' }); });
    const names = [...once.matchAll(/"about":"(\w+)"/g)].map(match => match[1]);
    expect(names[0]).toMatch(/^[0-9a-f]{10}$/);
    expect(names[0]).toBe(names[1]);
    expect(once).not.toContain('telegram:7');
    expect(lines(log => log.info('a', { about: 'telegram:7' }))).not.toContain(names[0]);
  });

  const withMarker = (): Error => Object.assign(new Error(`cannot parse "${marker}"\n    at ${marker.replaceAll(' ', '')} (/${token}/x.js:1:1)`), { text: marker, url: `https://api.telegram.org/bot${token}/x` });
  class Named extends Error { override name = marker; }
  it.each<[string, () => unknown]>([
    ['a message', withMarker],
    ['a cause', () => new Error('outer', { cause: withMarker() })],
    ['an aggregate', () => new AggregateError([withMarker()], marker)],
    ['a name', () => new Named(marker)],
    ['a code', () => Object.assign(new Error('x'), { code: marker })],
    ['a string that was thrown', () => marker],
    ['an object that was thrown', () => ({ message: marker, token })],
    ['an error of an HTTP library', () => Object.assign(new Error('x'), { status: 401, config: { headers: { authorization: token } } })],
  ])('hold nothing of %s', (_, thrown) => {
    const text = lines(log => log.error('A turn failed.', { error: thrown() }));
    expect(text).not.toContain(marker);
    expect(text).not.toContain(marker.replaceAll(' ', ''));
    expect(text).not.toContain(token);
    expect(text).toContain('A turn failed.');
  });

  it('say of an error its kind, its code and where it was thrown', () => {
    const described = describeError(Object.assign(new TypeError('secret'), { code: 'ENOSPC' }));
    expect(described).toMatchObject({ kind: 'TypeError', code: 'ENOSPC' });
    expect((described['at'] as string[])[0]).toMatch(/log\.test\.ts:\d+:\d+$/);
  });

  it('withhold a word that is not ours, and drop fields that have no name here', () => {
    const fields = { kind: marker, text: marker, platform: 'discord' } as Fields;
    expect(lines(log => log.info('x', fields))).toMatch(/"platform":"discord","kind":"\(withheld\)"/);
    expect(lines(log => log.info('x', fields))).not.toContain(marker);
  });
});
