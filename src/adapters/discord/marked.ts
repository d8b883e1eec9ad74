/**
 * A message as Discord gives it back, as it may be sent again without its buttons. Pure.
 * Discord tells more than it takes: where a file lies, how large a picture is. What was uploaded is named `attachment://name`
 * (https://docs.discord.com/developers/components/reference#file, #media-gallery), and is listed under `attachments` to be kept
 * (https://docs.discord.com/developers/resources/message#edit-message).
 */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { APIAttachment, APIMessage, APIMessageTopLevelComponent, APIUnfurledMediaItem, RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { oneLine } from '../plain-text.ts';
import { maxLabel } from './rows.ts';

export type Marked = RESTPatchAPIChannelMessageJSONBody & { readonly components: APIMessageTopLevelComponent[] };

/** The same message without its buttons; what was chosen stands there on a button that does nothing. */
export function marked({ components = [], attachments }: Partial<Pick<APIMessage, 'components' | 'attachments'>>, chosen: string): Marked {
  const files = Array.isArray(attachments) ? attachments : [];
  const rest = components.flatMap((component) => again(component, files));
  const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, label: oneLine(chosen, maxLabel), custom_id: 'chosen', disabled: true } as const;
  return {
    components: [...rest, { type: ComponentType.ActionRow, components: [button] }],
    allowed_mentions: { parse: [] },
    ...(files.length === 0 ? {} : { attachments: files.map(({ id }) => ({ id })) }),
  };
}

/** None for buttons and menus, and for a file that is no longer there. */
function again(component: APIMessageTopLevelComponent, files: readonly APIAttachment[]): readonly APIMessageTopLevelComponent[] {
  switch (component.type) {
    case ComponentType.ActionRow: return [];
    case ComponentType.TextDisplay: return [{ type: component.type, content: component.content }];
    case ComponentType.File: {
      const url = addressOf(component.file, files, component.name);
      return url.startsWith(ours) ? [{ type: component.type, file: { url }, ...hidden(component) }] : [];
    }
    case ComponentType.MediaGallery: {
      const items = component.items.map((item) => ({ media: { url: addressOf(item.media, files) }, ...(item.description ? { description: item.description } : {}), ...hidden(item) }));
      return [{ type: component.type, items }];
    }
    default: return [component];
  }
}

const ours = 'attachment://';

/** By its id, where Discord tells it; by its name or address otherwise. */
function addressOf({ url, attachment_id: id }: APIUnfurledMediaItem, files: readonly APIAttachment[], name?: string): string {
  const file = files.find((each) => each.id === id) ?? files.find((each) => each.filename === name) ?? files.find((each) => withoutSignature(each.url) === withoutSignature(url));
  return file ? `${ours}${file.filename}` : url;
}

/** Discord signs the address anew each time (https://docs.discord.com/developers/reference#signed-attachment-cdn-urls). */
function withoutSignature(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function hidden({ spoiler }: { readonly spoiler?: boolean }): { readonly spoiler?: true } {
  return spoiler ? { spoiler: true } : {};
}
