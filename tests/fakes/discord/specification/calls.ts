/** Which body Discord's OpenAPI file asks for, by the call: the adapter may make these calls and no other. */

/** The schemas of `bodies.js`; `scripts/discord-specification.ts` makes it from this list. */
export const schemas = [
  'ApplicationCommandAutocompleteCallbackRequest', 'ApplicationCommandUpdateRequest', 'ApplicationFormPartial', 'CreateMessageInteractionCallbackRequest',
  'CreatePrivateChannelRequest', 'CreateTextThreadWithMessageRequest', 'CreateTextThreadWithoutMessageRequest', 'IncomingWebhookRequestPartial',
  'IncomingWebhookUpdateRequestPartial', 'MessageCreateRequest', 'MessageEditRequestPartial', 'ModalInteractionCallbackRequest', 'UpdateMessageInteractionCallbackRequest',
] as const;
export type Schema = (typeof schemas)[number];

/** `each`: the body is a list of these. `null`: a call without a body. */
export interface Expected { readonly schema: Schema | null; readonly each?: true }

const callbacks: Readonly<Record<number, Schema>> = {
  4: 'CreateMessageInteractionCallbackRequest', 5: 'CreateMessageInteractionCallbackRequest', 6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest', 8: 'ApplicationCommandAutocompleteCallbackRequest', 9: 'ModalInteractionCallbackRequest',
};

const table: readonly (readonly [RegExp, Schema | null, 'each'?])[] = [
  [/^GET \/gateway\/bot$/u, null],
  [/^GET \/users\/@me(\/guilds)?$/u, null],
  [/^POST \/users\/@me\/channels$/u, 'CreatePrivateChannelRequest'],
  [/^GET \/applications\/(@me|\d+\/commands)$/u, null],
  [/^PATCH \/applications\/@me$/u, 'ApplicationFormPartial'],
  [/^PUT \/applications\/\d+\/commands$/u, 'ApplicationCommandUpdateRequest', 'each'],
  [/^GET \/guilds\/\d+(\/channels|\/roles|\/members\/\d+)?$/u, null],
  [/^(PUT|DELETE) \/guilds\/\d+\/members\/\d+\/roles\/\d+$/u, null],
  [/^GET \/channels\/\d+$/u, null],
  [/^GET \/channels\/\d+\/messages(\/\d+)?$/u, null],
  [/^DELETE \/channels\/\d+\/messages\/\d+$/u, null],
  [/^POST \/channels\/\d+\/typing$/u, null],
  [/^POST \/channels\/\d+\/messages$/u, 'MessageCreateRequest'],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/u, 'MessageEditRequestPartial'],
  [/^POST \/channels\/\d+\/messages\/\d+\/threads$/u, 'CreateTextThreadWithMessageRequest'],
  [/^POST \/channels\/\d+\/threads$/u, 'CreateTextThreadWithoutMessageRequest'],
  [/^POST \/webhooks\/\d+\/[^/]+$/u, 'IncomingWebhookRequestPartial'],
  [/^(GET|DELETE) \/webhooks\/\d+\/[^/]+\/messages\/(@original|\d+)$/u, null],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\/(@original|\d+)$/u, 'IncomingWebhookUpdateRequestPartial'],
];

/** `undefined`: no call that the adapter should make. */
export function expectedOf(method: string, path: string, body: unknown): Expected | undefined {
  if (method === 'POST' && /^\/interactions\/\d+\/[^/]+\/callback$/u.test(path)) {
    const type = typeof body === 'object' && body !== null && 'type' in body ? Number(body.type) : NaN;
    return { schema: callbacks[type] ?? 'CreateMessageInteractionCallbackRequest' };
  }
  const found = table.find(([pattern]) => pattern.test(`${method} ${path}`));
  return found && { schema: found[1], ...(found[2] ? { each: true } : {}) };
}
