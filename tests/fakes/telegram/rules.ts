/**
 * What the Bot API documents about the calls that the adapter makes, as sentences about what is wrong with one.
 * Numbers: https://core.telegram.org/bots/api, the method or object named in each line.
 */
export type Payload = Readonly<Record<string, unknown>>;

/** A parameter as words: ids come as digits or as numbers. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Method -> the parameters that the adapter may use; `!` marks the required ones. */
export const parameters: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  deleteWebhook: ['drop_pending_updates'],
  setWebhook: ['url!', 'secret_token', 'allowed_updates'],
  getChatMember: ['chat_id!', 'user_id!'],
  answerCallbackQuery: ['callback_query_id!', 'text', 'show_alert', 'url'],
  sendMessage: ['chat_id!', 'text!', 'reply_markup', 'link_preview_options'],
  sendPhoto: ['chat_id!', 'photo!', 'caption', 'reply_markup'],
  sendDocument: ['chat_id!', 'document!', 'caption', 'reply_markup'],
  editMessageText: ['chat_id!', 'message_id!', 'text!', 'reply_markup', 'link_preview_options'],
  editMessageReplyMarkup: ['chat_id!', 'message_id!', 'reply_markup'],
  sendChatAction: ['chat_id!', 'action!'],
  getMyCommands: ['scope', 'language_code'],
  setMyCommands: ['commands!', 'scope', 'language_code'],
  deleteMyCommands: ['scope', 'language_code'],
  getMyDescription: ['language_code'],
  setMyDescription: ['description', 'language_code'],
  getMyShortDescription: ['language_code'],
  setMyShortDescription: ['short_description', 'language_code'],
  deleteMessage: ['chat_id!', 'message_id!'],
  deleteMessages: ['chat_id!', 'message_ids!'],
};

export function violations(method: string, payload: Payload): readonly string[] {
  const known = parameters[method];
  if (!known) return [`${method}: not a method that the adapter should call`];
  const names = known.map((name) => name.replace('!', ''));
  const wrong: string[] = [];
  for (const name of Object.keys(payload)) if (!names.includes(name)) wrong.push(`${method}: unknown parameter ${name}`);
  for (const name of known) if (name.endsWith('!') && payload[name.slice(0, -1)] === undefined) wrong.push(`${method}: ${name.slice(0, -1)} is missing`);
  wrong.push(...textOf(method, payload['text'], 4096), ...textOf(method, payload['caption'], 1024), ...keyboardOf(method, payload['reply_markup']));
  wrong.push(...commandsOf(method, payload['commands']));
  const { description, short_description: short, callback_query_id: query, text } = payload;
  if (typeof description === 'string' && description.length > 512) wrong.push(`${method}: a description has at most 512 characters`);
  if (typeof short === 'string' && short.length > 120) wrong.push(`${method}: a short description has at most 120 characters`);
  if (query !== undefined && typeof text === 'string' && text.length > 200) wrong.push(`${method}: an answer to a press has at most 200 characters`);
  const ids = payload['message_ids'];
  if (Array.isArray(ids) && (ids.length === 0 || ids.length > 100)) wrong.push(`${method}: 1-100 message_ids, not ${ids.length}`);
  return wrong;
}

function textOf(method: string, text: unknown, max: number): readonly string[] {
  if (text === undefined) return [];
  if (typeof text !== 'string' || text.trim() === '') return [`${method}: text must be non-empty`];
  const wrong: string[] = [];
  if (text.length > max) wrong.push(`${method}: ${text.length} characters, at most ${max}`);
  if (!text.isWellFormed()) wrong.push(`${method}: strings must be encoded in UTF-8`);
  if (/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text)) wrong.push(`${method}: a control character got through`);
  return wrong;
}

function commandsOf(method: string, commands: unknown): readonly string[] {
  if (!Array.isArray(commands)) return [];
  const wrong: string[] = commands.length > 100 ? [`${method}: at most 100 commands`] : [];
  for (const { command, description } of commands as readonly { readonly command: string; readonly description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/u.test(command)) wrong.push(`${method}: "${command}" is no name of a command`);
    if (description.length < 1 || description.length > 256) wrong.push(`${method}: the description of ${command} has 1-256 characters`);
  }
  return wrong;
}

interface Markup { readonly inline_keyboard?: readonly (readonly { readonly text?: string; readonly callback_data?: string; readonly url?: string }[])[] }

function keyboardOf(method: string, markup: unknown): readonly string[] {
  if (markup === undefined) return [];
  const rows = (markup as Markup).inline_keyboard;
  if (!Array.isArray(rows)) return [`${method}: reply_markup without inline_keyboard`];
  const buttons = (rows as NonNullable<Markup['inline_keyboard']>).flat();
  const wrong: string[] = [];
  if (buttons.length > 100) wrong.push(`${method}: at most 100 buttons, not ${buttons.length}`);
  if (rows.some((row) => row.length === 0 || row.length > 8)) wrong.push(`${method}: a row holds 1-8 buttons`);
  for (const button of buttons) {
    const bytes = Buffer.byteLength(button.callback_data ?? '');
    if ((button.url === undefined) === (button.callback_data === undefined)) wrong.push(`${method}: a button does exactly one thing`);
    if (button.url !== undefined && !/^(https?|tg):\/\/./u.test(button.url)) wrong.push(`${method}: a button leads to http, https or tg`);
    if (button.url === undefined && (bytes < 1 || bytes > 64)) wrong.push(`${method}: callback_data is 1-64 bytes, not ${bytes}`);
    if (!button.text || !button.text.isWellFormed()) wrong.push(`${method}: a button needs a readable label`);
  }
  return wrong;
}
