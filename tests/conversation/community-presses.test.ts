/** Who may not run a community cannot, whatever they type, press or forge; they get a private word, and moderators a line without a name. */
import { describe, expect, it } from 'vitest';
import { openCommunity } from '../community.ts';
import { projectLibrary } from '../knowledge-of-project.ts';
import { attacked, documentOf, other, openSlot } from './community-attack.ts';

const library = projectLibrary();
const hour = 3_600_000;
const texts = (seen: readonly { readonly text: string }[]): string => seen.map((each) => each.text).join('\n');

describe('somebody who may not', () => {
  // 10,000 of them: scripts/weekly-presses.ts.
  it('changes nothing with 300 commands and forged presses of every shape, and is answered each time, privately', async () => {
    const result = await attacked(library, 300, 7);
    expect(result).toMatchObject({ tries: 300, changes: 0, counted: 0, public: 0, unanswered: 0 });
    expect(result.politelyRefused).toBeGreaterThan(100);
    expect(result.history).toContain('/weekly schedule (1: Monday 19:00, UTC)');
    expect(result.history).not.toMatch(/discord:(?!1\b)|@everyone|drop table|x{5}/u);
    expect(result.refusals).toBeGreaterThan(10);
    expect(result.refusals).toBeLessThanOrEqual(50);
  });

  it('cannot push the history out, neither often nor with many others', async () => {
    const community = openCommunity(library);
    const moderator = community.member('1', { moderator: true });
    await moderator.command('weekly', { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: '55' });
    await moderator.press('Yes, set it up');
    for (let i = 0; i < 250; i += 1) await community.member(String(100 + i)).command('weekly', { what: 'stop' });
    expect(texts(await moderator.command('weekly', { what: 'history' }))).toContain('/weekly schedule (1: Monday 19:00, UTC)');
    await community.close();
  });

  it('a quiet card is posted only by who may keep order at the moment of the press', async () => {
    const community = openCommunity(library);
    await community.member('3').command('what-can-i-say', { may: 'messages', channel: '55' });
    const press = { kind: 'moderate', by: 'discord:3', of: (await documentOf(community, 'discord-place:900'))?.asked ?? 0, choice: 'card' } as const;
    expect(texts(await community.member('3').pressed(press))).toContain('Only people who run this community');
    await community.happens({ id: 'discord:card', at: community.clock.now(), kind: 'press', person: 'discord:3', here: { kind: 'discord-interaction', app: '1', id: 'i', token: 't', until: community.clock.now() + hour }, locale: 'en', place: 'discord-place:900', moderator: false, press, ref: 'm', public: false, may: 'messages' });
    expect(texts(community.seen)).toContain('The quiet card is posted');
    await community.close();
  });

  it('a week of another community is not joined through this one', async () => {
    const community = openCommunity(library);
    const moderator = community.member('1', { moderator: true });
    await moderator.command('weekly', { what: 'schedule', day: 'monday', time: '19:00', timezone: 'UTC', channel: '55' });
    await moderator.press('Yes, set it up');
    await community.later(32 * hour);
    expect(texts(await community.member('10').pressed({ kind: 'join', slot: `${other}/${openSlot}` }))).toContain('This week is closed');
    expect(texts(await community.member('10', { place: other }).pressed({ kind: 'join', slot: openSlot }))).toContain('This week is closed');
    expect(await documentOf(community, other)).toBeNull();
    await community.close();
  });
});
