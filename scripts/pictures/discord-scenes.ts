/** What members and moderators of a Discord server see, in the README and in `docs/discord.md`. */
import { can } from '../../tests/fakes/discord/guilds.ts';
import type { Person } from '../../tests/fakes/discord/person.ts';
import { channelId, type World } from '../../tests/fakes/discord/world.ts';
import type { Phone, Turn } from './chat.ts';
import { turnOf } from './discord.ts';

export interface DiscordScene {
  readonly name: string;
  readonly alt: string;
  /** `charts`: what was drawn so far. */
  readonly play: (world: World, charts: readonly Uint8Array[]) => Promise<readonly Phone[]>;
}

const moderatorId = '700000000000000001';
const memberId = '700000000000000002';
const names = { [channelId]: 'weekly', [moderatorId]: 'Robin', [memberId]: 'Kim' };
const hour = 3_600_000;
const schedule = { day: 'monday', time: '19:00', timezone: 'Europe/Dublin', channel: channelId };

function people(world: World): { readonly moderator: Person; readonly member: Person } {
  world.guild.members.set(moderatorId, { permissions: can.manageGuild, roles: new Set() });
  return { moderator: world.person(moderatorId, { guild: world.guild, channel: channelId }), member: world.person(memberId, { guild: world.guild, channel: channelId }) };
}

const typed = (text: string): Turn => ({ by: 'person', inside: [{ kind: 'words', spans: [{ text, look: 'plain' }] }], below: [] });
const phone = (turns: readonly Turn[], title = '#weekly'): Phone => ({ title, status: 'A community', empty: '', turns });

async function newest(world: World, who: Person, charts: readonly Uint8Array[], after: () => void): Promise<Turn> {
  const from = charts.length;
  await seen(world, who, after);
  const message = who.got.at(-1);
  if (!message) throw new Error('nothing was shown');
  return turnOf(message, { names, charts: charts.slice(from) });
}

/** Until what was done has its answer on the screen. */
async function seen(world: World, who: Person, act: () => void): Promise<void> {
  const before = who.got.length;
  act();
  for (let tries = 0; who.got.length === before && tries < 500; tries += 1) await world.settled();
}

async function scheduled(world: World, moderator: Person): Promise<void> {
  await seen(world, moderator, () => moderator.command('/weekly schedule', schedule));
  await seen(world, moderator, () => moderator.press('Yes, set it up'));
}

/** Until the first week is posted. */
async function posted(world: World): Promise<Turn> {
  await world.later(8 * 24 * hour);
  await world.settled();
  const post = world.fake.shownIn(channelId).filter((message) => message.only === null && message.by === 'bot').at(-1);
  if (!post) throw new Error('nothing was posted');
  return turnOf(post, { names, charts: [] });
}

export const discordScenes: readonly DiscordScene[] = [
  {
    name: 'discord-ask', alt: 'In a channel somebody uses /ask with the question how to set a boundary. The answer is marked "Only you can see this"; below it are buttons, one of them Share with the channel.',
    play: async (world, charts) => {
      const { member } = people(world);
      await seen(world, member, () => member.command('/help'));
      const answer = await newest(world, member, charts, () => member.command('/ask', { question: 'how do i set a boundary?' }));
      return [phone([typed('/ask question: how do i set a boundary?'), answer], '#chat')];
    },
  },
  {
    name: 'weekly-schedule', alt: 'A moderator uses /weekly schedule. Privately they see when and where it will be posted, the next three dates, how the message will look, and the buttons Yes, set it up; Yes, with a thread; No, leave it.',
    play: async (world, charts) => {
      const { moderator } = people(world);
      const preview = await newest(world, moderator, charts, () => moderator.command('/weekly schedule', schedule));
      return [phone([typed('/weekly schedule day: Monday time: 19:00 timezone: Europe/Dublin channel: #weekly'), preview])];
    },
  },
  {
    name: 'weekly-post', alt: 'Two phones. On the first the message of the week in the channel: a question, what is private, and the button Check in privately. On the second what somebody sees who pressed it: the first question with buttons from 0 to 10, only for them.',
    play: async (world, charts) => {
      const { moderator, member } = people(world);
      await scheduled(world, moderator);
      const post = await posted(world);
      const check = await newest(world, member, charts, () => member.press('Check in privately'));
      return [phone([post]), phone([check])];
    },
  },
  {
    name: 'weekly-results', alt: 'The results of a closed week, only for the moderator: twelve people are shown as ten or more, with three bars of shares rounded to ten percent and the same as words and as a file.',
    play: async (world, charts) => {
      const { moderator } = people(world);
      await scheduled(world, moderator);
      await posted(world);
      for (let index = 0; index < 14; index += 1) {
        const member = world.person(`7100000000000000${10 + index}`, { guild: world.guild, channel: channelId });
        await seen(world, member, () => member.press('Check in privately'));
        for (const value of [index % 2 === 0 ? 2 : 5, index < 8 ? 8 : 5, index < 7 ? 9 : 3]) {
          await seen(world, member, () => member.press(String(value)));
        }
        await seen(world, member, () => member.press('Skip'));
      }
      await world.later(8 * 24 * hour);
      const results = await newest(world, moderator, charts, () => moderator.command('/weekly results'));
      return [phone([typed('/weekly results'), results])];
    },
  },
  {
    name: 'what-can-i-say', alt: 'For a post in crisis a moderator gets, privately, words to copy, help lines, and a button that posts the quiet card.',
    play: async (world, charts) => {
      const { moderator } = people(world);
      const message = world.fake.rooms.post({ channel: channelId, by: memberId, content: '', components: [], attachments: [], flags: 0, only: null });
      const words = await newest(world, moderator, charts, () => moderator.onMessage('What can I say?', message, true));
      return [phone([typed('Apps, What can I say?'), words], '#chat')];
    },
  },
];
