/** Made from Discord's OpenAPI file by `scripts/discord-specification.ts`: a check for each schema of `calls.ts`. */
interface Check {
  (body: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly keyword: string; readonly params: Readonly<Record<string, unknown>> }[] | null;
}
export const ApplicationCommandAutocompleteCallbackRequest: Check;
export const ApplicationCommandUpdateRequest: Check;
export const ApplicationFormPartial: Check;
export const CreateMessageInteractionCallbackRequest: Check;
export const CreatePrivateChannelRequest: Check;
export const CreateTextThreadWithMessageRequest: Check;
export const CreateTextThreadWithoutMessageRequest: Check;
export const IncomingWebhookRequestPartial: Check;
export const IncomingWebhookUpdateRequestPartial: Check;
export const MessageCreateRequest: Check;
export const MessageEditRequestPartial: Check;
export const ModalInteractionCallbackRequest: Check;
export const UpdateMessageInteractionCallbackRequest: Check;
