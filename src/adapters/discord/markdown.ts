/**
 * Plain text that Discord shows as it was written: nothing in it becomes bold, a heading, a list, a masked link or a mention.
 * Addresses stay usable, and timestamps (`<t:1700000000:F>`), which each reader sees in the own time zone, stay timestamps.
 * Source: https://docs.discord.com/developers/reference#message-formatting.
 */
import type { Insert } from '../../conversation/message.ts';

const kept = /https?:\/\/[^\s<>()[\]*`|\\]+|<t:-?\d{1,13}(?::[tTdDfFR])?>/gu;

export function escaped(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(kept)) {
    result += escapePart(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + escapePart(text.slice(from));
}

/** An insert as Discord's own mark: https://docs.discord.com/developers/reference#message-formatting-formats. Nobody is pinged by it. */
export function mentioned(insert: Insert): string {
  switch (insert.kind) {
    case 'time': return `<t:${Math.floor(insert.at / 1000)}:F>`;
    case 'person': return `<@${insert.id.replace(/^\w+:/u, '')}>`;
    case 'channel': return `<#${insert.id}>`;
    case 'role': return `<@&${insert.id}>`;
    default: return insert satisfies never;
  }
}

function escapePart(text: string): string {
  return text.replace(/[\\*_~`|[\]<]/gu, '\\$&').replace(/^([ \t]*)([#>-])/gmu, '$1\\$2');
}
