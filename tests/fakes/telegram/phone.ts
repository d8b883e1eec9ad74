/** Somebody with Telegram in their hand: what they send becomes updates, what they press is a button that they were shown. */
import type { Shown } from './chats.ts';
import type { FakeTelegram } from './server.ts';

export interface Phone {
  readonly chat: string;
  say(text: string): void;
  /** Changes the newest own message. */
  edit(text: string): void;
  /** Presses the newest button whose label begins so, also one whose place was taken since: phones lag behind. Throws when there is none. */
  press(label: string): void;
  /** Presses with these data, on whatever message: a resent press, or a forged one. */
  pressed(data: string): void;
  send(what: 'sticker' | 'voice' | 'picture', caption?: string): void;
  /** The messages of the bot so far, as they were sent. */
  readonly got: readonly Shown[];
  /** What stands in the chat now. */
  readonly seen: readonly Shown[];
}

export function phoneOf(fake: FakeTelegram, id: number, language = 'en'): Phone {
  const chat = String(id);
  const from = { id, is_bot: false, first_name: 'A', language_code: language };
  const place = { id, type: 'private', first_name: 'A' };
  const message = (text: string, content: object): object => ({ message: { message_id: fake.chats.heard(chat, text), date: 1, from, chat: place, ...content } });
  const pressed = (data: string | undefined, on: number): void => void fake.add({ callback_query: { id: String(fake.calls.length), chat_instance: '1', data, from, message: { message_id: on, date: 1, chat: place } } });
  return {
    chat,
    pressed: (data) => pressed(data, fake.chats.sent(chat).findLast((shown) => shown.rows.flat().some((button) => button.callback_data === data))?.id ?? 1),
    say: (text) => void fake.add(message(text, { text })),
    edit(text) {
      const own = fake.chats.seen(chat).findLast((each) => each.by === 'person');
      fake.add({ edited_message: { message_id: own?.id, date: 1, edit_date: 2, from, chat: place, text } });
    },
    press(label) {
      const all = fake.chats.sent(chat).flatMap((shown) => shown.rows.flat().map((button) => ({ shown, button })));
      const found = all.findLast(({ button }) => button.text.toLowerCase().startsWith(label.toLowerCase()));
      if (!found) throw new Error(`no button begins with "${label}"; there are: ${all.map(({ button }) => button.text).join(' | ')}`);
      pressed(found.button.callback_data, found.shown.id);
    },
    send(what, caption) {
      const content = { sticker: { sticker: {} }, voice: { voice: {} }, picture: { photo: [{}] } }[what];
      fake.add(message(what, { ...content, ...(caption === undefined ? {} : { caption }) }));
    },
    get got() { return fake.chats.sent(chat); },
    get seen() { return fake.chats.seen(chat); },
  };
}
