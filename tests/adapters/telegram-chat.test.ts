/** What people see in a Telegram chat: the whole bot behind grammY, its calls answered by a Bot API on loopback. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectUnderstanding } from '../knowledge-of-project.ts';
import type { Phone } from '../fakes/telegram/phone.ts';
import { openWorld, type World } from '../fakes/telegram/world.ts';

const parts = projectUnderstanding();
let world: World;
let people = 100;
beforeAll(async () => {
  world = await openWorld({ ...parts, by: 'polling' });
  await world.fake.until(() => world.fake.of('setMyShortDescription').length > 0);
});
afterEach(() => {
  expect(world.fake.wrong).toEqual([]);
  expect(world.notices).toEqual([]);
});
afterAll(async () => { await world.close(); });

function somebody(): Phone {
  people += 1;
  return world.phone(people);
}
/** What the bot sent for this. */
async function after(phone: Phone, act: () => void): Promise<string> {
  const before = phone.got.length;
  await world.later(1000);
  act();
  await world.settled();
  return phone.got.slice(before).map((each) => each.text).join('\n\n');
}
const listed = (phone: Phone): readonly string[] => world.fake.chats.commands(phone.chat).map((each) => each.command);
const revealing = /trust|partner|trauma|abuse|betray|mend/iu;

describe('around the chat', () => {
  it('every command of the private chat is listed, and nothing there says what the talk is about', () => {
    expect(listed(somebody())).toEqual(['start', 'help', 'ask', 'exercises', 'checkin', 'progress', 'support', 'privacy', 'export', 'forget', 'hide', 'settings']);
    const shown = ['setMyCommands', 'setMyDescription', 'setMyShortDescription'].flatMap((method) => world.fake.of(method));
    expect(shown.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(shown.map(({ commands, description, short_description: short }) => [commands, description, short]))).not.toMatch(revealing);
  });

  it.each(['start', 'help', 'ask', 'exercises', 'checkin', 'progress', 'support', 'privacy', 'export', 'forget', 'settings'])('/%s does what the list promises', async (name) => {
    const phone = somebody();
    await after(phone, () => phone.say('/start'));
    const said = await after(phone, () => phone.say(`/${name}`));
    expect(said).not.toBe('');
    expect(said).not.toContain(parts.library.en.phrases['honest-no'][0]);
  });
});

describe('Quick exit on Telegram', () => {
  it('clears both sides and covers the list of commands, until the return word', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/start'));
    await after(phone, () => phone.send('voice'));
    await after(phone, () => phone.say('how long does it take to trust again?'));
    await after(phone, () => phone.press('Not what I meant'));
    const cover = await after(phone, () => phone.say('/hide'));
    expect(cover).not.toMatch(revealing);
    expect(phone.seen.map((each) => each.text)).toEqual([cover]);
    expect(listed(phone)).toEqual(['tips']);
    expect(await after(phone, () => phone.say('/tips'))).not.toMatch(revealing);
    expect(await after(phone, () => phone.press('Menu'))).not.toMatch(revealing);
    expect(await after(phone, () => phone.say('blue door'))).toContain('You are back');
    expect(listed(phone)).toContain('exercises');
  });

  it('somebody who was forgotten while the chat was hidden gets the usual list back with their first word', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/start'));
    await after(phone, () => phone.say('/hide'));
    await world.store.erase(`telegram:${Number(phone.chat)}`);
    expect(listed(phone)).toEqual(['tips']);
    expect(await after(phone, () => phone.say('hello'))).toContain('I am Mend');
    expect(listed(phone)).toContain('exercises');
  });

  it('a word that opens is taken out of the chat, when it is chosen and when it is typed', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/settings'));
    await after(phone, () => phone.press('A word before'));
    await after(phone, () => phone.say('lantern'));
    await world.later(11 * 60_000);
    await after(phone, () => phone.say('/progress'));
    await after(phone, () => phone.say('lantren'));
    expect(await after(phone, () => phone.say('lantern'))).toContain('ten minutes');
    expect(phone.seen.map((each) => each.text).join(' ')).not.toMatch(/lant/u);
  });

  it('the link of an invitation leads to this bot and joins with one press', async () => {
    const [one, other] = [somebody(), somebody()];
    await after(one, () => one.say('/pair'));
    const said = await after(one, () => one.press('Each on our own phone'));
    const [, start = ''] = /https:\/\/t\.me\/MendBot\?start=(pair_\d{8})$/u.exec(said.trim()) ?? [];
    expect(await after(other, () => other.say(`/start ${start}`))).toContain('Shall we begin?');
  });

  it('does not cover the list of anybody else', async () => {
    const [one, other] = [somebody(), somebody()];
    await after(one, () => one.say('/start'));
    await after(one, () => one.say('/hide'));
    expect([listed(one), listed(other)[0]]).toEqual([['tips'], 'start']);
  });

  it('crisis words behind the cover are still answered', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/start'));
    await after(phone, () => phone.say('/hide'));
    expect(await after(phone, () => phone.say('i want to kill myself'))).toMatch(/112|911|999|emergency/u);
  });
});

describe('buttons', () => {
  it('a used keyboard gives way to what was chosen, and pressed again it is silent', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/start exercise_boundary'));
    const asked = phone.got.findLast((each) => each.rows.length > 0);
    const [label = ''] = asked?.rows[0]?.map((button) => button.text) ?? [];
    await after(phone, () => phone.press(label));
    expect(phone.seen.find((each) => each.id === asked?.id)?.rows).toEqual([[{ text: label, callback_data: '-' }]]);
    expect(await after(phone, () => world.fake.add({ callback_query: { id: 'again', chat_instance: '1', data: asked?.rows[0]?.[0]?.callback_data, from: { id: Number(phone.chat), is_bot: false, first_name: 'A' }, message: { message_id: asked?.id, date: 1, chat: { id: Number(phone.chat), type: 'private' } } } }))).toBe('');
  });

  it('a secret press leaves nothing on the screen', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/start exercise_partner-check-in'));
    await after(phone, () => phone.press('Both on this phone'));
    const secret = phone.got.findLast((each) => each.rows.flat().some((button) => button.text.startsWith('Good day')));
    expect(phone.seen.map((each) => each.id)).toContain(secret?.id);
    await after(phone, () => phone.press('Good day'));
    expect(phone.seen.map((each) => each.id)).not.toContain(secret?.id);
  });

  it('a 0-10 scale is two rows that fit a phone', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/checkin'));
    const scale = phone.got.find((each) => each.rows.flat().some((button) => button.text === '10'));
    expect(scale?.rows.slice(0, 2).map((row) => row.length)).toEqual([6, 5]);
  });
});

describe('what is not words', () => {
  it.each(['sticker', 'voice', 'picture'] as const)('a %s is never met with silence', async (what) => {
    const phone = somebody();
    expect(await after(phone, () => phone.send(what))).not.toBe('');
  });

  it('a caption is read', async () => {
    const phone = somebody();
    expect(await after(phone, () => phone.send('picture', 'i want to kill myself'))).toMatch(/emergency|112|911|999/u);
  });

  it('an edited message is checked for danger and otherwise not answered again', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('hello'));
    expect(await after(phone, () => phone.edit('hello there'))).toBe('');
    expect(await after(phone, () => phone.edit('i want to kill myself'))).not.toBe('');
  });

  it('an export comes as a document', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/export'));
    await after(phone, () => phone.press('Send the file'));
    expect(phone.got.at(-1)).toMatchObject({ kind: 'document' });
    expect(world.fake.of('sendDocument').at(-1)).toMatchObject({ document: { name: 'notes.json' } });
  });
});

describe('in a group', () => {
  const group = (said: string, more: object = {}): object => ({ message: { message_id: 1, date: 1, text: said, from: { id: 7, is_bot: false, first_name: 'A' }, chat: { id: -500 - people, type: 'supergroup', title: 'G' }, ...more } });

  it.each([['a command for the bot', '/exercises@MendBot'], ['a command that is on its list', '/ask i want to kill myself'], ['its name', 'what do you say @MendBot ?']])('%s is answered by one line with the way to the private chat, and nothing else', async (_, said) => {
    people += 1;
    const update = group(said);
    world.fake.add(update);
    await world.settled();
    const chat = String(-500 - people);
    await world.fake.until(() => world.fake.chats.sent(chat).length > 0);
    world.fake.add(update);
    await world.settled();
    expect(world.fake.chats.sent(chat).map((each) => [each.text, each.rows])).toEqual([['I answer in a private chat only.', [[{ text: 'Open a private chat', url: 'https://t.me/MendBot' }]]]]);
    expect(await world.store.read('telegram:7')).toBeNull();
  });

  it.each([['a press that joins', 'j|2026-11-22', 'https://t.me/MendBot?start=join_2026-11-22_501'], ['any other press', 'o|a|faq.how-long', 'https://t.me/MendBot?start=group'], ['a forged press', 'c|1|a|b|c', 'https://t.me/MendBot?start=group']])('%s leads into the private chat and is not answered where others read along', async (_, data, url) => {
    world.fake.add({ callback_query: { id: 'q', chat_instance: '1', data, from: { id: 7, is_bot: false, first_name: 'A' }, message: { message_id: 8, date: 1, chat: { id: -501, type: 'supergroup', title: 'G' } } } });
    await world.settled();
    await world.fake.until(() => world.fake.of('answerCallbackQuery').at(-1)?.['url'] === url);
    expect(world.fake.chats.sent('-501')).toEqual([]);
  });

  it.each([['talk between people', 'i want to kill myself'], ['a command of another bot', '/exercises@OtherBot'], ['a command that nobody knows', '/dance']])('%s is not for the bot', async (_, said) => {
    people += 1;
    world.fake.add(group(said));
    await world.settled();
    expect(world.fake.chats.sent(String(-500 - people))).toEqual([]);
  });
});

describe('forgetting', () => {
  it('the receipt arrives when everything is gone', async () => {
    const phone = somebody();
    await after(phone, () => phone.say('/start'));
    await after(phone, () => phone.say('/forget'));
    await after(phone, () => phone.press('Delete everything now'));
    await world.fake.until(() => phone.got.at(-1)?.text === parts.library.en.phrases['forget.receipt'][0]);
    expect(await world.store.read(`telegram:${Number(phone.chat)}`)).toBeNull();
  });
});

describe('two on one phone', () => {
  it('two accounts are two people, whatever they do at the same time', async () => {
    const [one, other] = [somebody(), somebody()];
    one.say('/start exercise_boundary');
    other.say('/start');
    one.say('/hide');
    other.say('/exercises');
    await world.settled();
    expect(one.seen).toHaveLength(1);
    expect(other.seen.length).toBeGreaterThan(3);
  });
});
