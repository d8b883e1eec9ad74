/**
 * What Discord documents and its OpenAPI file does not say, each rule with its line in the documentation.
 * `ours` marks the three that are stricter than Discord: what this bot must keep to so that nobody is pinged, nothing misleads the eye and no picture is gone when its signed address is.
 */
import type { Json } from './json.ts';
import { commandRules } from './rules-of-commands.ts';

export interface Component extends Json { readonly type?: number; readonly components?: readonly Component[]; readonly component?: Component; readonly accessory?: Component }

/** What is checked: a body, and what is known beside it. */
export interface Sent {
  readonly kind: 'message' | 'edit' | 'modal' | 'suggestions' | 'commands' | 'defer';
  readonly body: Json;
  /** Names of the files that come with it. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** What the message that is edited has: its flags, and the files that it can keep, by id. */
  readonly before?: { readonly flags: number; readonly files: ReadonlyMap<string, string> };
}

export interface Rule {
  /** What must hold. */
  readonly says: string;
  readonly source: string;
  readonly broken: (sent: Sent) => boolean;
}

const docs = 'https://docs.discord.com/developers';
const v2 = 1 << 15;
const editable = new Set([1 << 2, v2]);
const creatable = (1 << 2) | (1 << 6) | (1 << 12) | v2;

const isMessage = ({ kind }: Sent): boolean => kind === 'message' || kind === 'edit';
const tree = ({ body }: Sent): readonly Component[] => ((body['components'] ?? []) as readonly Component[]).flatMap(everyOf);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const flagsOf = ({ body, before }: Sent): number => Number(body['flags'] ?? 0) | (before?.flags ?? 0);
const isV2 = (sent: Sent): boolean => (flagsOf(sent) & v2) !== 0;
const ids = (sent: Sent): readonly string[] => tree(sent).flatMap((each) => (typeof each['custom_id'] === 'string' ? [each['custom_id']] : []));
const needsId = (each: Component): boolean => (each.type === 2 && ![5, 6].includes(Number(each['style']))) || [3, 4, 5, 6, 7, 8, 19, 21, 22, 23].includes(Number(each.type));
const embedWords = (embed: Json): number => text(embed['title']).length + text(embed['description']).length + text((embed['footer'] as Json | undefined)?.['text']).length
  + text((embed['author'] as Json | undefined)?.['name']).length + listOf(embed['fields']).reduce((sum, field) => sum + text(field['name']).length + text(field['value']).length, 0);
const kept = ({ body, before }: Sent): readonly string[] => {
  const known = before?.files ?? new Map<string, string>();
  return body['attachments'] === undefined ? [...known.values()] : listOf(body['attachments']).flatMap((each) => known.get(text(each['id'])) ?? []);
};
const pointers = (sent: Sent): readonly string[] => [...JSON.stringify(sent.body['components'] ?? []).matchAll(/"url":"([^"]*)"/gu)].map((match) => match[1] ?? '');

export const rules: readonly Rule[] = [
  { says: 'content has at most 2,000 characters', source: `${docs}/resources/message#create-message`, broken: (sent) => isMessage(sent) && text(sent.body['content']).length > 2000 },
  {
    says: 'a message has content, an embed, a sticker, a component, a file or a poll', source: `${docs}/resources/message#create-message`,
    broken: (sent) => sent.kind === 'message' && sent.files.length === 0 && !['content', 'embeds', 'sticker_ids', 'components', 'poll'].some((key) => (Array.isArray(sent.body[key]) ? listOf(sent.body[key]).length > 0 : Boolean(sent.body[key]))),
  },
  { says: 'embeds hold at most 6,000 characters together', source: `${docs}/resources/message#embed-object-embed-limits`, broken: (sent) => isMessage(sent) && listOf(sent.body['embeds']).reduce((sum, each) => sum + embedWords(each), 0) > 6000 },
  { says: 'flags that may be set: SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_COMPONENTS_V2', source: `${docs}/resources/message#message-object-message-flags`, broken: (sent) => sent.kind === 'message' && (Number(sent.body['flags'] ?? 0) & ~creatable) !== 0 },
  { says: 'an edit sets no flag but SUPPRESS_EMBEDS and IS_COMPONENTS_V2', source: `${docs}/resources/message#edit-message`, broken: (sent) => sent.kind === 'edit' && [...bits(Number(sent.body['flags'] ?? 0))].some((bit) => !editable.has(bit) && (bit & (sent.before?.flags ?? 0)) === 0) },
  { says: 'a deferred reply may set EPHEMERAL only', source: `${docs}/interactions/receiving-and-responding#interaction-response-object-messages`, broken: (sent) => sent.kind === 'defer' && (Number(sent.body['flags'] ?? 0) & ~64) !== 0 },
  { says: 'enforce_nonce needs a nonce', source: `${docs}/resources/message#create-message`, broken: (sent) => sent.body['enforce_nonce'] === true && (sent.body['nonce'] === undefined || sent.body['nonce'] === '') },

  { says: 'with IS_COMPONENTS_V2 there is no content, embed, sticker or poll', source: `${docs}/components/reference#legacy-message-component-behavior`, broken: (sent) => isMessage(sent) && isV2(sent) && ['content', 'embeds', 'sticker_ids', 'poll'].some((key) => (Array.isArray(sent.body[key]) ? listOf(sent.body[key]).length > 0 : Boolean(sent.body[key]))) },
  { says: 'a message has at most 40 components, those inside others counted', source: `${docs}/components/using-message-components`, broken: (sent) => isMessage(sent) && tree(sent).length > 40 },
  { says: 'the text of a Components V2 message has at most 4,000 characters in all', source: `${docs}/components/reference#text-display`, broken: (sent) => isMessage(sent) && tree(sent).reduce((sum, each) => sum + (each.type === 10 ? text(each['content']).length : 0), 0) > 4000 },
  { says: 'a text display has at least one character that can be seen', source: `${docs}/components/reference#text-display`, broken: (sent) => tree(sent).some((each) => each.type === 10 && text(each['content']).trim() === '') },
  { says: 'without IS_COMPONENTS_V2 the components are at most 5 rows', source: `${docs}/components/reference#legacy-message-component-behavior`, broken: (sent) => isMessage(sent) && !isV2(sent) && (listOf(sent.body['components']).length > 5 || listOf(sent.body['components']).some((each) => each['type'] !== 1)) },
  { says: 'a row holds up to 5 buttons or one select', source: `${docs}/components/reference#action-row`, broken: (sent) => tree(sent).some((each) => each.type === 1 && !(each.components && rowFits(each.components))) },
  { says: 'every custom_id in a message or modal is another one', source: `${docs}/components/reference#anatomy-of-a-component-custom-id`, broken: (sent) => new Set(ids(sent)).size !== ids(sent).length },
  { says: 'what can be pressed or filled in has a custom_id of 1-100 characters', source: `${docs}/components/reference#anatomy-of-a-component-custom-id`, broken: (sent) => tree(sent).some((each) => needsId(each) && (text(each['custom_id']).length < 1 || text(each['custom_id']).length > 100)) },
  { says: 'a button has a label or an emoji', source: `${docs}/components/reference#button`, broken: (sent) => tree(sent).some((each) => each.type === 2 && text(each['label']).trim() === '' && !each['emoji'] && each['style'] !== 6) },
  { says: 'a link button has a url and no custom_id', source: `${docs}/components/reference#button`, broken: (sent) => tree(sent).some((each) => each.type === 2 && each['style'] === 5 && (each['custom_id'] !== undefined || !/^(https?|discord):\/\//u.test(text(each['url'])))) },
  { says: 'a select has 1-25 options, no two with one value', source: `${docs}/components/reference#string-select`, broken: (sent) => tree(sent).some((each) => each.type === 3 && (!unique(listOf(each['options']), 'value') || listOf(each['options']).length < 1 || listOf(each['options']).length > 25)) },
  { says: 'the limits of a select fit its options', source: `${docs}/components/reference#string-select`, broken: (sent) => tree(sent).some((each) => each.type === 3 && (Number(each['max_values'] ?? 1) > listOf(each['options']).length || Number(each['min_values'] ?? 1) > Number(each['max_values'] ?? 1))) },

  { says: 'a modal has 1-5 components', source: `${docs}/interactions/receiving-and-responding#interaction-response-object-modal`, broken: (sent) => sent.kind === 'modal' && !(listOf(sent.body['components']).length >= 1 && listOf(sent.body['components']).length <= 5) },
  { says: 'a modal has a title of 1-45 characters', source: `${docs}/interactions/receiving-and-responding#interaction-response-object-modal`, broken: (sent) => sent.kind === 'modal' && (text(sent.body['title']).trim() === '' || text(sent.body['title']).length > 45) },
  { says: 'the shortest answer of a text field is not longer than the longest', source: `${docs}/components/reference#text-input`, broken: (sent) => tree(sent).some((each) => each.type === 4 && Number(each['min_length'] ?? 0) > Number(each['max_length'] ?? 4000)) },
  { says: 'there are at most 25 suggestions', source: `${docs}/interactions/receiving-and-responding#interaction-response-object-autocomplete`, broken: (sent) => sent.kind === 'suggestions' && listOf(sent.body['choices']).length > 25 },
  { says: 'a suggestion has a name of 1-100 characters and a value of at most 100', source: `${docs}/interactions/application-commands#application-command-object-application-command-option-choice-structure`, broken: (sent) => sent.kind === 'suggestions' && listOf(sent.body['choices']).some((each) => text(each['name']).trim() === '' || text(each['name']).length > 100 || text(each['value']).length > 100) },

  { says: 'every file is named once, in attachments and in the upload alike', source: `${docs}/reference#uploading-files`, broken: (sent) => isMessage(sent) && !filesFit(sent) },
  { says: 'attachment:// names a file that comes along or is kept', source: `${docs}/components/reference#unfurled-media-item`, broken: (sent) => pointers(sent).some((url) => url.startsWith('attachment://') && ![...sent.files.map((file) => file.name), ...kept(sent)].includes(url.slice('attachment://'.length))) },
  { says: 'a file component points to attachment://', source: `${docs}/components/reference#file`, broken: (sent) => tree(sent).some((each) => each.type === 13 && !text((each['file'] as Json | undefined)?.['url']).startsWith('attachment://')) },
  { says: 'a file has at most 10 MiB', source: `${docs}/reference#uploading-files`, broken: ({ files }) => files.some((file) => file.size > 10 * 1024 * 1024) },

  { says: 'ours: allowed_mentions is there and empty', source: `${docs}/resources/message#allowed-mentions-object`, broken: (sent) => isMessage(sent) && JSON.stringify(sent.body['allowed_mentions']) !== '{"parse":[]}' },
  { says: 'ours: no control character, half a surrogate pair or sign that turns the line round', source: `${docs}/reference#message-formatting`, broken: ({ body }) => unreadable(body) },
  { says: 'ours: what was uploaded is shown as attachment://, not by the address that it got', source: `${docs}/components/reference#unfurled-media-item`, broken: (sent) => isMessage(sent) && tree(sent).some((each) => each.type === 12 && pointers({ ...sent, body: { components: [each] } }).some((url) => /^https:\/\/(?:cdn\.discordapp\.com|media\.discordapp\.net)\//u.test(url))) },
  ...commandRules,
];

/** What a body breaks. */
export function brokenBy(sent: Sent): readonly Rule[] {
  return rules.filter((rule) => rule.broken(sent));
}

function everyOf(component: Component): readonly Component[] {
  return [component, ...(component.components ?? []).flatMap(everyOf), ...(component.component ? everyOf(component.component) : []), ...(component.accessory ? everyOf(component.accessory) : [])];
}

function rowFits(inside: readonly Component[]): boolean {
  if (inside.length === 1 && inside[0]?.type !== 2) return true;
  return inside.length >= 1 && inside.length <= 5 && inside.every((each) => each.type === 2);
}

/** New files are numbered as the form's `files[n]`; an edit may name the kept ones by their ids. */
function filesFit(sent: Sent): boolean {
  const named = listOf(sent.body['attachments']);
  const fresh = named.filter((each) => !sent.before?.files.has(text(each['id'])));
  return JSON.stringify(fresh.map((each) => each['filename'])) === JSON.stringify(sent.files.map((file) => file.name)) && new Set(sent.files.map((file) => file.name)).size === sent.files.length;
}

function unique(list: readonly Json[], key: string): boolean {
  return new Set(list.map((each) => each[key])).size === list.length;
}

function* bits(flags: number): Generator<number> {
  for (let bit = 1; bit <= flags; bit *= 2) if ((flags & bit) !== 0) yield bit;
}

function unreadable(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed() || /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(unreadable);
}
