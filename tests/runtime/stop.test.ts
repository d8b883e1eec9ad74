import { expect, it } from 'vitest';
import { drain, drainLimit, stageLimit } from '../../src/runtime/stop.ts';
import { quiet, simulatedClock } from './simulated-clock.ts';

it('the stages of an end run one after another, also after one that fails', async () => {
  const ran: string[] = [];
  const stages = [async () => { await quiet(); ran.push('first'); }, () => { ran.push('second'); throw new Error('x'); }, () => Promise.reject(new Error('y')), () => { ran.push('last'); }];
  expect(await drain(stages, simulatedClock())).toBe('drained');
  expect(ran).toEqual(['first', 'second', 'last']);
});

it('a stage that hangs does not keep the later ones from running, nor the process beyond its limit', async () => {
  const clock = simulatedClock();
  const began = clock.now();
  const ran: number[] = [];
  const hang = (): Promise<never> => new Promise(() => undefined);
  const ended = drain([hang, () => ran.push(clock.now() - began), hang, hang, hang, hang], clock).then(outcome => ({ outcome, after: clock.now() - began }));
  await clock.pass(20_000);
  expect(await ended).toEqual({ outcome: 'cut-short', after: drainLimit });
  expect(ran).toEqual([stageLimit]);
});
