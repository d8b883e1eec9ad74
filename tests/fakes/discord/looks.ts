/** What a person reads on the screen: words without their escapes, and what can be pressed. */
import { wordOf, type Json } from './json.ts';
import type { Posted } from './rooms.ts';

export interface Pressable { readonly label: string; readonly custom_id: string; /** Of an option in a list. */ readonly value?: string; readonly type: number }

export function wordsOf({ content, components }: Pick<Posted, 'content' | 'components'>): string {
  const displays = everyOf(components).flatMap((each) => (each['type'] === 10 ? [String(each['content'])] : []));
  return [content, ...displays].filter((part) => part !== '').join('\n\n').replaceAll(/\\([\\*_~`|[\]<>#()-])/gu, '$1');
}

/** Buttons that do something, and the options of lists. */
export function pressablesOf({ components }: Pick<Posted, 'components'>): readonly Pressable[] {
  return everyOf(components).flatMap((each): readonly Pressable[] => {
    const id = each['custom_id'];
    if (typeof id !== 'string' || each['disabled'] === true) return [];
    if (each['type'] === 2) return [{ label: wordOf(each['label']), custom_id: id, type: 2 }];
    if (each['type'] === 3) return ((each['options'] ?? []) as readonly Json[]).map((option) => ({ label: String(option['label']), custom_id: id, value: String(option['value']), type: 3 }));
    return [];
  });
}

export function everyOf(components: readonly Json[]): readonly Json[] {
  return components.flatMap((each) => [each, ...everyOf((each['components'] ?? []) as readonly Json[]), ...(each['component'] ? everyOf([each['component'] as Json]) : []), ...(each['accessory'] ? everyOf([each['accessory'] as Json]) : [])]);
}
