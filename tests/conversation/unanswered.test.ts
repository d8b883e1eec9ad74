/** Who is counted for a question without an answer, and who never is. */
import { describe, expect, it } from 'vitest';
import { freshState } from '../../src/conversation/fresh.ts';
import type { Reading } from '../../src/conversation/reading.ts';
import type { State } from '../../src/conversation/state.ts';
import { markOf, mostMarks } from '../../src/conversation/unanswered.ts';
import { upgradePerson } from '../../src/conversation/upgrade.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { startTalk, type Reply, type Talk } from '../talk.ts';
import { danger, sure, unread } from './readings.ts';

const library = projectLibrary();
const start = Date.UTC(2026, 2, 2, 20, 0);
const day = 24 * 3_600_000;
const about = (gist: string): Reading => ({ ...unread, gist });
const known = (patch: Partial<State> = {}): Talk => startTalk({ library, understand: () => unread, at: start, state: { ...freshState(start), told: start, greeted: true, ...patch } });
const counted = (reply: Reply): readonly string[] => reply.effects.flatMap((effect) => (effect.kind === 'tally' && effect.metric === 'unanswered' ? [effect.key] : []));
const ask = (talk: Talk, gist: string, text = 'ZQXMARKER is a word of mine'): readonly string[] => { talk.readNext(about(gist)); return counted(talk.say(text)); };

describe('a question without an answer', () => {
  it('is counted by its gist, and no word of the text is in what the turn does', () => {
    const talk = known();
    talk.readNext(about('dentist'));
    const reply = talk.say('ZQXMARKER is a word of mine');
    expect(counted(reply)).toEqual(['dentist']);
    expect(JSON.stringify(reply.effects)).not.toMatch(/zqxmarker/iu);
    expect(talk.stored).not.toMatch(/zqxmarker|dentist/iu);
  });

  it('counts a person once for a gist, also after days and a restart', () => {
    const talk = known();
    expect([ask(talk, 'dentist'), ask(talk, 'dentist'), ask(talk, 'garage')]).toEqual([['dentist'], [], ['garage']]);
    talk.later(60 * day);
    expect(ask(talk, 'dentist')).toEqual([]);
    expect(ask(known(), 'dentist')).toEqual(['dentist']);
  });

  it('without a gist is not counted at all', () => {
    const talk = known();
    talk.readNext(unread);
    expect(counted(talk.say('qwrtz'))).toEqual([]);
  });

  it('is no question when it has an answer', () => {
    const talk = known();
    talk.readNext({ ...sure('faq.how-long'), gist: 'dentist' });
    expect(counted(talk.say('how long'))).toEqual([]);
  });
});

describe('never counted', () => {
  const locks = freshState(start).locks;
  it.each<[string, Partial<State>]>([
    ['after abuse was told, however long ago', { locks: { ...locks, abuse: start - 100 * day } }],
    ['after somebody said that they hurt a partner', { locks: { ...locks, harm: start - 100 * day } }],
    ['within a day of thoughts of dying', { locks: { ...locks, crisis: start + day / 2 } }],
    ['within a day of any safety reply', { replied: { 'is-this-abuse': { at: start - day / 2, n: 0 } } }],
    ['in a hidden chat', { hidden: true }],
  ])('%s', (_, patch) => { expect(ask(known(patch), 'dentist')).toEqual([]); });

  it('a message that speaks of danger, nor what comes after it', () => {
    const talk = known();
    talk.readNext({ ...danger('crisis.partner-abuse'), gist: 'dentist' });
    expect(counted(talk.say('he hits me'))).toEqual([]);
    expect(ask(talk, 'garage')).toEqual([]);
    talk.later(2 * day);
    expect(ask(talk, 'garage')).toEqual([]);
  });

  it('while it is being asked which danger it is', () => {
    const talk = known();
    talk.command('help');
    talk.press('I need help now');
    expect(ask(talk, 'dentist')).toEqual([]);
  });

  it('what somebody writes in an exercise', () => {
    const talk = known();
    talk.command('exercise', { text: 'boundary' });
    talk.press('My time');
    talk.readNext(about('dentist'));
    expect(counted(talk.say('they plan for me'))).toEqual([]);
  });
});

describe('the mark of a gist', () => {
  it('is one of 4,096, so that thousands of gists share it', () => {
    const marks = Array.from({ length: 20_000 }, (_, at) => markOf(`word${at}, other`));
    expect(Math.min(...marks)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...marks)).toBeLessThan(4096);
    expect(new Set(marks).size).toBeGreaterThan(3900);
  });

  it('only the last are kept', () => {
    const talk = known();
    for (let at = 0; at < mostMarks + 5; at++) ask(talk, `word${'abcdefghijklmnopqrstuvwxyz'[at]}`);
    expect(talk.state?.counted).toHaveLength(mostMarks);
  });

  it('a document from before there were marks has none', () => {
    const { counted: _, ...older } = freshState(start);
    expect(upgradePerson(JSON.parse(JSON.stringify(older)))).toEqual(freshState(start));
  });
});
