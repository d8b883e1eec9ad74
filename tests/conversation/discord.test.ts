/** What only servers need: sharing an answer, keeping lines that would vanish, and the first direct message. */
import { describe, expect, it } from 'vitest';
import type { Effect, Say } from '../../src/conversation/effect.ts';
import type { CommandEvent, Event, PressEvent, Route } from '../../src/conversation/event.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Reading } from '../../src/conversation/reading.ts';
import type { State } from '../../src/conversation/state.ts';
import { converse } from '../../src/conversation/step.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { openCommunity } from '../community.ts';
import { choicesOf, operator } from '../talk.ts';
import { danger, sure } from './readings.ts';

const library = projectLibrary();
const at = Date.UTC(2026, 10, 22, 12);
const interaction: Route = { kind: 'discord-interaction', app: '1', id: '2', token: 't', until: at + 900_000 };
const base = { id: 'discord:2', at, person: 'discord:7', here: interaction, locale: 'en', place: 'discord-place:9', moderator: false } as const;
const ask: CommandEvent = { ...base, kind: 'command', name: 'ask', options: { question: 'how long does it take' } };
const press = (pressed: Press, more: Partial<PressEvent> = {}): PressEvent => ({ ...base, kind: 'press', press: pressed, ref: 'm', public: false, ...more });
const shareIt = press({ kind: 'open', what: 'share', id: 'faq.how-long' });

interface Said { readonly state: State | null; readonly effects: readonly Effect[]; readonly labels: readonly string[]; readonly to: (where: Say['to']) => string }
function turn(event: Event, reading: Reading | null = null, before: State | null = null): Said {
  const decide = converse({ event, reading, library, operator });
  const { after, effects } = decide.step({ person: before, place: null }, { records: [], slot: null, results: [], audit: [], pair: null } as never);
  const says = effects.filter((effect) => effect.kind === 'say');
  return {
    state: after.person, effects, labels: says.filter((say) => say.to === 'here').flatMap((say) => say.messages.flatMap(choicesOf)).map((choice) => choice.label),
    to: (where) => says.filter((say) => say.to === where).flatMap((say) => say.messages.map((message) => message.text)).join('\n\n'),
  };
}
const afraid = (): State | null => turn({ ...ask, options: { question: 'he hits me' } }, danger('crisis.partner-abuse')).state;

describe('sharing with the channel', () => {
  it('is offered under an answer of /ask in a server, beside the ways out', () => {
    expect(turn(ask, sure('faq.how-long')).labels).toEqual(['Tell me more', 'Share with the channel', 'Not what I meant', 'I need help now']);
  });

  it.each<[string, Event]>([
    ['in a direct message', { id: 'x', at, person: 'discord:7', here: { kind: 'discord-dm', id: '7' }, locale: 'en', kind: 'text', text: 'how long', via: 'message' }],
    ['outside of servers', { id: 'x', at, person: 'discord:7', here: interaction, locale: 'en', kind: 'command', name: 'ask', options: ask.options }],
    ['under an answer that a button opened', press({ kind: 'open', what: 'answer', id: 'faq.how-long' })],
  ])('is not offered %s', (_, event) => {
    expect(turn(event, event.kind === 'press' ? null : sure('faq.how-long')).labels).not.toContain('Share with the channel');
  });

  it('puts the standard text in the channel, and nothing of the person or the question', () => {
    const hurt = turn(ask, { ...sure('faq.how-long'), role: 'hurt-someone' }).state;
    const shared = turn(shareIt, null, hurt);
    expect(shared.to('aloud')).toContain(library.en.answers['faq.how-long']?.texts[0]);
    expect(shared.to('aloud')).toContain('a program');
    expect(shared.to('here')).toContain('Everybody in the channel');
    expect(shared.labels).not.toContain('Share with the channel');
    expect(turn({ ...shareIt, id: 'discord:3', at: at + 1000 }, null, shared.state).to('aloud')).toBe('');
  });

  it('is neither offered nor done once a version for somebody who is not safe is told, or the answer is left out', () => {
    for (const answer of Object.values(library.en.answers).filter((each) => each.unsafe !== null || each.locks.includes('abuse'))) {
      expect(turn(ask, sure(answer.id), afraid()).labels).not.toContain('Share with the channel');
      expect(turn(press({ kind: 'open', what: 'share', id: answer.id }), null, afraid()).to('aloud')).toBe('');
    }
  });

  it.each(['exercise.boundary', 'crisis.self-harm', 'nothing'])('%s is nothing to share', (id) => {
    expect(turn(press({ kind: 'open', what: 'share', id })).to('aloud')).toBe('');
  });
});

describe('keeping lines that would vanish', () => {
  it('is offered under a hard safety reply in a server, and sends the lines and nothing else', () => {
    const said = turn(ask, danger('crisis.self-harm'));
    expect(said.labels).toContain('Keep this in my DMs');
    const kept = turn(press({ kind: 'open', what: 'lines', id: 'keep:crisis.self-harm' }), null, said.state);
    expect(kept.to('direct')).toContain('emergency number');
    expect(kept.to('direct')).not.toContain(library.en.safety.find((reply) => reply.kind === 'crisis.self-harm')?.care[0]);
    expect(kept.state?.question?.about).toEqual(said.state?.question?.about);
  });

  it('is not offered where the reply stays', () => {
    expect(turn({ id: 'x', at, person: 'discord:7', here: { kind: 'discord-dm', id: '7' }, locale: 'en', kind: 'text', text: 'x', via: 'message' }, danger('crisis.self-harm')).labels).not.toContain('Keep this in my DMs');
    expect(turn(ask, danger('safety.unsure', { tier: 'soft' })).labels).not.toContain('Keep this in my DMs');
  });
});

describe('the first direct message', () => {
  const week = 7 * 86_400_000;
  const planned = async (confirm: boolean): Promise<{ readonly direct: readonly string[]; close(): Promise<void> }> => {
    const community = openCommunity(library);
    const ann = community.member('7');
    await ann.command('reminders');
    await ann.press('Yes, ask me weekly');
    await ann.press('Monday');
    await ann.press('19:00');
    await ann.say('Dublin');
    if (confirm) await ann.press('Yes, that\'s me');
    await community.later(2 * week);
    return { direct: community.seen.filter((each) => each.route.kind === 'discord-dm').map((each) => each.text), close: community.close };
  };

  it('asks, and says nothing of what it is about; no reminder comes before the answer', async () => {
    const { direct, close } = await planned(false);
    expect(direct).toEqual(['Hello. Is this a good place to write to you now and then?']);
    await close();
  });

  it('after the answer the reminders come', async () => {
    const { direct, close } = await planned(true);
    expect(direct).toEqual(['Hello. Is this a good place to write to you now and then?', 'Is now a good time?', 'Is now a good time?']);
    await close();
  });
});
