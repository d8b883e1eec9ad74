import { afterEach, describe, expect, it } from 'vitest';
import { startHealth, type Health, type Standing } from '../../src/runtime/health.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';

let health: Health | null = null;
afterEach(() => health?.close());

async function get(standing: Standing, path: string, metrics = createMetrics()) {
  health = await startHealth(0, () => standing, metrics);
  const response = await fetch(`http://127.0.0.1:${health.port}${path}`);
  return { status: response.status, text: await response.text() };
}

describe('health', () => {
  it('is live as soon as it answers', async () => {
    expect(await get({ ready: false, waitingFor: 'another process leads' }, '/health/live')).toEqual({ status: 200, text: '{"live":true}\n' });
  });
  it('is ready when it leads and its platforms are up', async () => {
    expect(await get({ ready: true, waitingFor: '' }, '/health/ready')).toMatchObject({ status: 200 });
  });
  it('says what it waits for when it is not ready', async () => {
    expect(await get({ ready: false, waitingFor: 'another process leads' }, '/health/ready'))
      .toEqual({ status: 503, text: '{"ready":false,"waitingFor":"another process leads"}\n' });
  });
  it('gives metrics in the Prometheus text format, without ids and text', async () => {
    const metrics = createMetrics();
    metrics.add('mend_turns_total', { kind: 'text', outcome: 'done' });
    metrics.add('mend_turns_total', { kind: 'text', outcome: 'done' });
    metrics.add('mend_safety_readings_total', { kind: 'odd" } name\n' });
    const { text } = await get({ ready: true, waitingFor: '' }, '/metrics', metrics);
    expect(text).toContain('# TYPE mend_turns_total counter\nmend_turns_total{kind="text",outcome="done"} 2\n');
    expect(text).toContain('mend_safety_readings_total{kind="odd____name_"} 1');
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[\w.:-]*",?)+\})? [\d.e+-]+)$/);
  });
  it('knows no other address', async () => {
    expect(await get({ ready: true, waitingFor: '' }, '/')).toMatchObject({ status: 404 });
  });
});
