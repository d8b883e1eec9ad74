/** What must hold at every step of every exercise: safety first, questions answered, the exact way back. */
import { describe, expect, it } from 'vitest';
import { freshState } from '../../src/conversation/fresh.ts';
import type { Flow, Step } from '../../src/conversation/knowledge.ts';
import { safetyKinds } from '../../src/conversation/reading.ts';
import type { State } from '../../src/conversation/state.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { startTalk, type Talk } from '../talk.ts';
import { danger, sure, unread } from './readings.ts';

const library = projectLibrary();
// A check-in on two phones ends where danger is told, for good: `tests/conversations/two-phones.yaml` walks it.
const flows = Object.values(library.en.flows).filter((flow) => !flow.id.startsWith('pair.'));
const answers = Object.keys(library.en.answers);
const start = Date.UTC(2026, 2, 2, 20, 0);
const waits = (step: Step): boolean => step.kind !== 'say' && step.kind !== 'end';
const places = flows.flatMap((flow) => flow.steps.filter(waits).map((step) => ({ flow, step, name: `${flow.id} at ${step.id}` })));

/** Somebody who was welcomed before and stands at this step. */
function standingAt(flow: Flow, step: Step): Talk {
  const past = flow.steps.filter(waits).map((each) => each.id);
  const state: State = {
    ...freshState(start), told: start, greeted: true,
    running: [{ flow: flow.id, step: step.id, trail: past.slice(0, past.indexOf(step.id)), entries: {}, since: start, slot: null }],
  };
  const talk = startTalk({ library, understand: () => unread, at: start, state });
  talk.pressed({ kind: 'open', what: 'exercise', id: flow.id });
  return talk;
}

/** The steps of a flow after an author took one out and led its ways around it. */
function without(flow: Flow, gone: Step): readonly Step[] {
  const instead = (id: string): string => (id === gone.id ? (gone.next ?? flow.steps.at(-1)?.id ?? id) : id);
  return flow.steps.filter((each) => each !== gone).map((each) => {
    const next = each.next === null ? null : instead(each.next);
    return each.kind === 'choose' ? { ...each, next, choices: each.choices.map((choice) => ({ ...choice, go: instead(choice.go) })) } : { ...each, next };
  });
}

const stepOf = (talk: Talk): unknown => talk.state?.question?.about;

describe('at every step of every exercise', () => {
  it.each(places)('$name: crisis words of every kind are answered first, and the false alarm leads back', ({ flow, step }) => {
    for (const kind of safetyKinds) {
      // A plan against looking at a phone is an entry like any other.
      if (kind === 'safety.spying' && step.kind === 'write') continue;
      const talk = standingAt(flow, step);
      const here = stepOf(talk);
      talk.readNext(danger(kind));
      const reply = talk.say('words that were read as danger');
      expect(reply.effects[0]).toMatchObject({ kind: 'say', cls: 'safety' });
      expect(talk.state?.running.map((running) => running.step)).toEqual([step.id]);
      expect(talk.stored).not.toContain('words that were read');
      talk.press('That is not what I meant');
      expect(stepOf(talk)).toEqual(here);
    }
  });

  it.each(places)('$name: every answer can be asked for, and "go on" shows the same step', ({ flow, step }) => {
    for (const answer of answers) {
      const talk = standingAt(flow, step);
      const here = stepOf(talk);
      talk.readNext(sure(answer));
      const reply = talk.say('a short question?');
      expect(reply.text).toContain(library.en.answers[answer]?.texts[0]?.split('\n')[0]);
      expect(stepOf(talk)).toEqual({ kind: 'resume', flow: flow.id });
      talk.say('go on');
      expect(stepOf(talk)).toEqual(here);
    }
  });

  it.each(places)('$name: pause keeps the place, and coming back after 20 days shows the same step', ({ flow, step }) => {
    const talk = standingAt(flow, step);
    const here = stepOf(talk);
    talk.say('pause');
    talk.later(20 * 86_400_000);
    talk.command('start');
    talk.press('Go on');
    expect(stepOf(talk)).toEqual(here);
  });

  it.each(places)('$name: stop ends it and deletes what was written', ({ flow, step }) => {
    const talk = standingAt(flow, step);
    talk.say('stop');
    expect(talk.state?.running).toEqual([]);
    expect([...talk.timers.keys()]).not.toContain(`later:${flow.id}`);
  });

  it.each(places)('$name: a step that a content change took away leads to the nearest earlier one, entries kept', ({ flow, step }) => {
    const talk = standingAt(flow, step);
    const left = without(flow, step);
    const earlier = flow.steps.filter(waits).map((each) => each.id);
    const expected = earlier[earlier.indexOf(step.id) - 1] ?? left.find(waits)?.id;
    const first = left[0];
    if (!first) return;
    talk.use({ ...library, en: { ...library.en, flows: { ...library.en.flows, [flow.id]: { ...flow, steps: left } } } });
    talk.later(60_000);
    const reply = talk.pressed({ kind: 'open', what: 'exercise', id: flow.id });
    expect(reply.text).toContain('has changed');
    expect(talk.state?.running.at(-1)?.step).toBe(expected);
  });
});
