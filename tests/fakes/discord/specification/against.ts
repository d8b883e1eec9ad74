/** A call checked against Discord's own OpenAPI file: where it goes, and the whole of its body. */
import {
  ApplicationCommandAutocompleteCallbackRequest, ApplicationCommandUpdateRequest, ApplicationFormPartial, CreateMessageInteractionCallbackRequest,
  CreatePrivateChannelRequest, CreateTextThreadWithMessageRequest, CreateTextThreadWithoutMessageRequest, IncomingWebhookRequestPartial,
  IncomingWebhookUpdateRequestPartial, MessageCreateRequest, MessageEditRequestPartial, ModalInteractionCallbackRequest,
  UpdateMessageInteractionCallbackRequest,
} from './bodies.js';
import { expectedOf, type Schema } from './calls.ts';

const checks = {
  ApplicationCommandAutocompleteCallbackRequest, ApplicationCommandUpdateRequest, ApplicationFormPartial, CreateMessageInteractionCallbackRequest,
  CreatePrivateChannelRequest, CreateTextThreadWithMessageRequest, CreateTextThreadWithoutMessageRequest, IncomingWebhookRequestPartial,
  IncomingWebhookUpdateRequestPartial, MessageCreateRequest, MessageEditRequestPartial, ModalInteractionCallbackRequest,
  UpdateMessageInteractionCallbackRequest,
} satisfies Record<Schema, unknown>;

/** Sentences about what is wrong with a call; empty when nothing is. */
export function against(method: string, path: string, body: unknown, sent: boolean): readonly string[] {
  const expected = expectedOf(method, path, body);
  if (expected === undefined) return ['not a call that the adapter should make'];
  if (expected.schema === null) return sent ? ['this call has no body'] : [];
  const { schema } = expected;
  if (expected.each) return Array.isArray(body) ? body.flatMap((each) => wrongIn(schema, each)) : ['the body is not a list'];
  return wrongIn(schema, body);
}

/** The first mistake that the file knows of in a body of this schema. */
export function wrongIn(schema: Schema, body: unknown): readonly string[] {
  const check = checks[schema];
  if (check(body)) return [];
  // A component is tried as each kind; the attempt that came furthest says most.
  const errors = check.errors ?? [];
  const deepest = errors.toSorted((a, b) => depth(b.instancePath) - depth(a.instancePath))[0];
  return [`${schema}${deepest?.instancePath ?? ''}: ${deepest?.keyword ?? ''} ${JSON.stringify(deepest?.params ?? {})}`];
}

const depth = (path: string): number => path.split('/').length;
