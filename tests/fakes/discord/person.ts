/**
 * Somebody with Discord in their hand, in a direct chat with the bot or in a channel of a server: what they write, press and fill in becomes
 * packets of the gateway, and only what Discord would let them do is done.
 */
import type { FakeDiscord, Shown } from './server.ts';
import type { Guild } from './guilds.ts';
import type { Interaction } from './interactions.ts';
import { wordOf, type Json } from './json.ts';
import { pressablesOf, wordsOf, type Pressable } from './looks.ts';
import { messageJson, type Posted } from './rooms.ts';

/** A server's channel, or the direct chat. `ownInstall`: the bot was installed by the person. */
export type Where = { readonly guild: Guild; readonly channel: string; readonly ownInstall?: boolean } | 'direct';

export interface Person {
  readonly id: string;
  readonly where: Where;
  readonly channel: string;
  /** Writes into the direct chat. */
  say(text: string): Posted;
  /** Changes the newest own message. */
  edit(text: string): Posted;
  send(what: 'sticker' | 'voice' | 'picture', caption?: string): Posted;
  /** A slash command as it is registered: `/privacy forget`. `although`: also where Discord would not show it to this person. */
  command(words: string, options?: Readonly<Record<string, string>>, although?: boolean): Interaction;
  /** A command on somebody's message. */
  onMessage(name: string, message: Posted, although?: boolean): Interaction;
  /** Types into an option that suggests. */
  typing(command: string, option: string, typed: string): Interaction;
  /** Presses the newest button, or chooses the newest option, whose label begins so; also one that has gone since: screens lag behind. */
  press(label: string): Interaction;
  /** Presses what carries this, on that message or on the newest that has it: a press again, somebody else's, or a forged one. */
  pressed(custom_id: string, on?: Posted): Interaction;
  /** Fills in the form that this press opened. */
  fill(opened: Interaction, text: string): Interaction;
  /** What the bot showed this person, in order; an edit that only took buttons away is not there. */
  readonly got: readonly Shown[];
}

export function personOf(fake: FakeDiscord, id: string, where: Where = 'direct', locale = 'en-GB'): Person {
  const user = { id, username: `u${id.slice(-6)}`, discriminator: '0', avatar: null, global_name: null };
  const channel = where === 'direct' ? fake.rooms.direct(id).id : where.channel;
  const own = where !== 'direct' && where.ownInstall === true;

  const inDirect = (): Json => { const { id: room } = fake.rooms.direct(id); return { user, locale, channel_id: room, channel: { id: room, type: 1 }, context: 1, authorizing_integration_owners: { 0: '0' } }; };
  const base = (): Json => {
    if (where === 'direct') return inDirect();
    const { guild } = where;
    const member = guild.members.get(id) ?? { permissions: 0n, roles: new Set<string>() };
    return {
      member: { user, permissions: String(member.permissions), roles: [...member.roles], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
      locale, guild_id: guild.id, guild_locale: 'en-US', guild: { id: guild.id, locale: 'en-US', features: [] }, channel_id: channel, channel: { id: channel, type: 0, name: 'c', guild_id: guild.id, permissions: '0' },
      context: 0, app_permissions: String(guild.permissions), authorizing_integration_owners: own ? { 1: id } : { 0: guild.id },
    };
  };

  function registered(name: string, type: number, although: boolean): Json {
    const command = fake.commands().find((each) => each['name'] === name && Number(each['type'] ?? 1) === type);
    if (!command) throw new Error(`no command "${name}" is registered; there are: ${fake.commands().map((each) => String(each['name'])).join(', ')}`);
    const contexts = command['contexts'] as readonly number[] | undefined;
    const integrations = (command['integration_types'] ?? [0]) as readonly number[];
    const needs = BigInt(wordOf(command['default_member_permissions']));
    const rights = where === 'direct' ? 0n : (where.guild.members.get(id)?.permissions ?? 0n);
    const shown = (contexts === undefined || contexts.includes(where === 'direct' ? 1 : 0)) && integrations.includes(own ? 1 : 0) && (needs === 0n || (rights & needs) === needs || (rights & 8n) !== 0n);
    if (!shown && !although) throw new Error(`Discord does not show "${name}" to this person here`);
    return command;
  }

  // A message in the direct chat is pressed there, whatever else the person has open.
  const press = (button: Pressable, on: Json): Interaction =>
    fake.interact({ ...(on['channel_id'] === fake.rooms.direct(id).id ? inDirect() : base()), type: 3, message: on, data: { id: 1, component_type: button.type, custom_id: button.custom_id, ...(button.value === undefined ? {} : { values: [button.value] }) } });
  const jsonOf = (message: Posted): Json => messageJson(fake.rooms.find(message.channel, message.id) ?? message, fake.app);
  const all = (): readonly Shown[] => (where === 'direct' ? fake.shownTo(id) : [...fake.shownTo(id), ...fake.shownIn(channel).filter((each) => each.only === null)]);

  return {
    id, where, channel,
    say: (text) => fake.heard(id, fake.rooms.direct(id).id, text),
    edit(text) {
      const mine = fake.rooms.seenBy(id, fake.rooms.direct(id).id).findLast((each) => each.by === id);
      if (!mine) throw new Error('nothing was written yet');
      return fake.edited(mine, text);
    },
    send(what, caption = '') {
      const extra = { sticker: { sticker_items: [{ id: '1', name: 's', format_type: 1 }] }, voice: { flags: 8192, attachments: [{ id: '1', filename: 'voice-message.ogg' }] }, picture: { attachments: [{ id: '1', filename: 'a.png' }] } }[what];
      return fake.heard(id, fake.rooms.direct(id).id, caption, extra);
    },
    command(words, options = {}, although = false) {
      const [name = '', ...subs] = words.replace(/^\//u, '').split(' ');
      const command = registered(name, 1, although);
      return fake.interact({ ...base(), type: 2, data: { id: command['id'], name, type: 1, options: optionsOf(command, subs, options, undefined) } });
    },
    onMessage(name, message, although = false) {
      const command = registered(name, 3, although);
      return fake.interact({ ...base(), type: 2, data: { id: command['id'], name, type: 3, target_id: message.id, resolved: { messages: { [message.id]: jsonOf(message) } } } });
    },
    typing(words, option, typed) {
      const [name = '', ...subs] = words.replace(/^\//u, '').split(' ');
      const command = registered(name, 1, false);
      return fake.interact({ ...base(), type: 4, data: { id: command['id'], name, type: 1, options: optionsOf(command, subs, { [option]: typed }, option) } });
    },
    press(label) {
      const buttons = all().flatMap((message) => pressablesOf(message).map((button) => ({ message, button })));
      const found = buttons.findLast(({ button }) => button.label.toLowerCase().startsWith(label.toLowerCase()));
      if (!found) throw new Error(`no button begins with "${label}"; there are: ${buttons.map(({ button }) => button.label).join(' | ')}`);
      return press(found.button, jsonOf(found.message));
    },
    pressed(custom_id, on) {
      const message = on ?? all().findLast((each) => pressablesOf(each).some((button) => button.custom_id === custom_id)) ?? all().at(-1);
      if (!message) throw new Error('there is no message to press on');
      return press({ label: '', custom_id, type: 2 }, jsonOf(message));
    },
    fill(opened, text) {
      const form = opened.opened;
      if (opened.first !== 9 || form === null) throw new Error('no form was opened');
      const components = (form['components'] as readonly Json[]).map((label) => { const input = label['component'] as Json; return { type: 18, id: 1, component: { type: 4, id: 2, custom_id: input['custom_id'], value: text.slice(0, Number(input['max_length'] ?? 4000)) } }; });
      const on = opened.on === null ? undefined : fake.rooms.find(opened.channel, opened.on);
      return fake.interact({ ...(opened.channel === fake.rooms.direct(id).id ? inDirect() : base()), type: 5, data: { custom_id: form['custom_id'], components }, ...(on ? { message: messageJson(on, fake.app) } : {}) });
    },
    get got() { return withoutMarks(fake.shownTo(id)); },
  };
}

function optionsOf(holder: Json, subs: readonly string[], given: Readonly<Record<string, string>>, focused: string | undefined): readonly Json[] {
  const known = (holder['options'] ?? []) as readonly Json[];
  const [sub, ...rest] = subs;
  if (sub !== undefined) {
    const option = known.find((each) => each['name'] === sub);
    if (!option) throw new Error(`no subcommand "${sub}" in ${known.map((each) => String(each['name'])).join(', ')}`);
    return [{ type: option['type'], name: sub, options: optionsOf(option, rest, given, focused) }];
  }
  for (const name of Object.keys(given)) if (!known.some((each) => each['name'] === name)) throw new Error(`no option "${name}" in ${known.map((each) => String(each['name'])).join(', ')}`);
  for (const each of known) if (each['required'] === true && given[String(each['name'])] === undefined && focused === undefined) throw new Error(`Discord asks for "${String(each['name'])}" first`);
  return known.flatMap((each) => {
    const name = String(each['name']);
    const value = given[name];
    if (value === undefined) return [];
    const max = Number(each['max_length'] ?? 6000);
    if (value.length > max) throw new Error(`"${name}" takes at most ${max} characters`);
    const type = Number(each['type']);
    return [{ type, name, value: type === 4 || type === 10 ? Number(value) : type === 5 ? value === 'true' : value, ...(name === focused ? { focused: true } : {}) }];
  });
}

/** An edit that says the same and offers nothing new is no message to the person. */
function withoutMarks(shown: readonly Shown[]): readonly Shown[] {
  const last = new Map<string, Shown>();
  return shown.filter((message) => {
    const before = last.get(message.id);
    last.set(message.id, message);
    if (!before || wordsOf(before) !== wordsOf(message)) return true;
    const known = new Set(pressablesOf(before).map((button) => button.custom_id));
    return pressablesOf(message).some((button) => !known.has(button.custom_id));
  });
}
