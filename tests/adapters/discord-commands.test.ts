/** The slash commands as Discord is told of them, in every language of the content. */
import { describe, expect, it } from 'vitest';
import { commandsFrom, type Command } from '../../src/adapters/discord/commands.ts';
import { register, sameList } from '../../src/adapters/discord/register.ts';
import { wordsFrom } from '../../src/adapters/discord/words.ts';
import { projectLibrary } from '../knowledge-of-project.ts';

interface Shown { readonly name: string; readonly name_localizations?: Record<string, string>; readonly description?: string; readonly description_localizations?: Record<string, string>; readonly options?: readonly Shown[]; readonly choices?: readonly Shown[]; readonly value?: string; readonly required?: boolean; readonly autocomplete?: boolean }

const library = projectLibrary();
const commands = commandsFrom(wordsFrom(library));
const shown = commands as unknown as readonly Shown[];
const everyPart = (part: Shown): readonly Shown[] => [part, ...(part.options ?? []).flatMap(everyPart), ...(part.choices ?? []).flatMap(everyPart)];
const names = (parts: readonly Shown[] | undefined): readonly string[] => (parts ?? []).map((part) => part.name);
const of = (name: string): Shown => shown.find((each) => each.name === name) ?? { name: 'missing' };

/** What Discord gives back for what it was given: ids, versions, and defaults in place of what was left out. */
const asStored = (list: readonly Command[]): readonly object[] => list.toReversed().map((command, index) => ({
  dm_permission: true, nsfw: false, default_member_permissions: null, name_localizations: null, description_localizations: null, description: '', ...structuredClone(command),
  id: String(index), application_id: '9', version: '1', contexts: command.contexts?.toReversed(),
}));

describe('the commands', () => {
  it('are those that people and moderators were promised, by these names', () => {
    expect(names(shown)).toEqual(['ask', 'exercise', 'check-in', 'progress', 'support', 'help', 'privacy', 'weekly', 'What can I say?']);
    expect(names(of('privacy').options)).toEqual(['export', 'forget', 'hide', 'settings']);
    expect(names(of('support').options)).toEqual(['country', 'kind']);
    expect(names(of('weekly').options)).toEqual(['schedule', 'now', 'skip', 'pause', 'resume', 'stop', 'status', 'results', 'history']);
    expect(names(of('weekly').options?.[0]?.options)).toEqual(['day', 'time', 'timezone', 'channel', 'role', 'question-set']);
  });

  it('those of moderators need a right by default and are only in servers', () => {
    expect(of('weekly')).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
    expect(of('What can I say?')).toMatchObject({ type: 3, default_member_permissions: '8192', contexts: [0] });
    expect(of('ask')).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it('a name in the English content is the one on the wire', () => {
    for (const [id, words] of Object.entries(library.en.phrases)) if (id.startsWith('slash-name.') && !id.endsWith('what-can-i-say')) expect(words).toEqual([id.split('.').at(-1)]);
  });

  it('every name, description and choice is there in Spanish too', () => {
    const parts = shown.flatMap(everyPart);
    for (const part of parts) {
      expect(Object.keys(part.name_localizations ?? {}), part.name).toEqual(['es-ES', 'es-419']);
      if (part.description !== undefined) expect(Object.keys(part.description_localizations ?? {}), part.name).toEqual(['es-ES', 'es-419']);
    }
  });

  it('keep to the documented limits, also in other languages', () => {
    expect(commands.length).toBeLessThanOrEqual(100);
    for (const command of shown) {
      const parts = everyPart(command);
      const longest = (texts: readonly (string | undefined)[]): number => Math.max(0, ...texts.map((text) => text?.length ?? 0));
      const size = parts.reduce((sum, part) => sum + longest([part.name, ...Object.values(part.name_localizations ?? {})]) + longest([part.description, ...Object.values(part.description_localizations ?? {})]) + (part.value?.length ?? 0), 0);
      expect(size, command.name).toBeLessThanOrEqual(8000);
      for (const part of parts) {
        const choice = part.value !== undefined;
        const menu = part === command && part.description === undefined;
        for (const name of [part.name, ...Object.values(part.name_localizations ?? {})]) {
          if (choice) expect(name.length).toBeLessThanOrEqual(100);
          else expect(name).toMatch(menu ? /^.{1,32}$/u : /^[-_\p{Ll}\p{N}]{1,32}$/u);
        }
        if (!choice && !menu) for (const text of [part.description ?? '', ...Object.values(part.description_localizations ?? {})]) expect(text.length >= 1 && text.length <= 100, `${part.name}: ${text}`).toBe(true);
        expect((part.options ?? []).length).toBeLessThanOrEqual(25);
        expect((part.choices ?? []).length).toBeLessThanOrEqual(25);
        expect(part.autocomplete === true && part.choices !== undefined).toBe(false);
        const required = (part.options ?? []).map((option) => option.required === true);
        expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
        expect(new Set(names(part.options)).size).toBe((part.options ?? []).length);
      }
    }
  });
});

describe('registering them', () => {
  const restThat = (there: unknown) => {
    const written: unknown[] = [];
    return { written, get: () => (there instanceof Error ? Promise.reject(there) : Promise.resolve(there)), put: (_: string, options?: { body?: unknown }) => { written.push(options?.body); return Promise.resolve([]); } };
  };
  const go = (): boolean => true;

  it('what Discord has already is not written again', async () => {
    const rest = restThat(asStored(commands));
    expect(await register(rest, '9', commands, go)).toBe('same');
    expect(rest.written).toEqual([]);
  });

  it.each([['nothing', []], ['no such list', new Error('404')], ['something that is no list', {}], ['one too many', [...asStored(commands), { name: 'old' }]]])('where Discord has %s, all are written at once', async (_, there) => {
    const rest = restThat(there);
    expect(await register(rest, '9', commands, go)).toBe('written');
    expect(rest.written).toEqual([commands]);
  });

  it.each([
    ['a description', (list: Shown[]) => { Object.assign(list[0] ?? {}, { description: 'Another.' }); }],
    ['a choice of an option in a subcommand', (list: Shown[]) => { Object.assign(list.find((each) => each.name === 'weekly')?.options?.[0]?.options?.[0]?.choices?.[2] ?? {}, { name: 'Wed' }); }],
    ['a name in another language', (list: Shown[]) => { Object.assign(list[3] ?? {}, { name_localizations: { 'es-ES': 'otro' } }); }],
    ['the right that it needs', (list: Shown[]) => { Object.assign(list[0] ?? {}, { default_member_permissions: '0' }); }],
  ])('%s that differs is seen', (_, change) => {
    const stored = asStored(commands) as unknown as Shown[];
    change(stored);
    expect(sameList(stored, commands)).toBe(false);
    expect(sameList(asStored(commands), commands)).toBe(true);
  });
});
