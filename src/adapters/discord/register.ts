/**
 * Discord's list of our commands, written only when it differs from ours: it may be written 200 times a day
 * (https://docs.discord.com/developers/interactions/application-commands#registering-a-command), and a restart changes nothing.
 */
import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from './commands.ts';

const tries = 4;
const firstPause = 2_000;

/** Rejects when Discord does not take the list. `going` ends the tries. */
export async function register(rest: Pick<REST, 'get' | 'put'>, app: string, commands: readonly Command[], going: () => boolean): Promise<'same' | 'written'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const there = await rest.get(Routes.applicationCommands(app), { query: new URLSearchParams({ with_localizations: 'true' }) }).catch(() => null);
      if (sameList(there, commands)) return 'same';
      await rest.put(Routes.applicationCommands(app), { body: commands });
      return 'written';
    } catch (error) {
      if (attempt >= tries || !going()) throw error;
      await pause(firstPause * 2 ** (attempt - 1), undefined, { ref: false });
    }
  }
}

/** Whether what Discord has is what we would write; it adds ids, versions and defaults, and leaves out what is false. */
export function sameList(there: unknown, ours: readonly Command[]): boolean {
  return Array.isArray(there) && there.length === ours.length && listed(there) === listed(ours);
}

function listed(commands: readonly unknown[]): string {
  return JSON.stringify(commands.map((command) => JSON.stringify(essence(command, 'command'))).toSorted());
}

type Json = Readonly<Record<string, unknown>>;
const kept = {
  command: ['name', 'name_localizations', 'description', 'description_localizations', 'default_member_permissions'],
  option: ['name', 'name_localizations', 'description', 'description_localizations', 'min_value', 'max_value', 'min_length', 'max_length'],
  choice: ['name', 'name_localizations', 'value'],
} as const;

/** Only what we write, with the defaults of the documentation, keys in order. */
function essence(given: unknown, kind: keyof typeof kept): unknown {
  const value = (typeof given === 'object' && given !== null ? given : {}) as Json;
  const plain = kept[kind].map((key) => [key, said(value[key])]);
  const list = (key: string): readonly unknown[] => (Array.isArray(value[key]) ? value[key] as readonly unknown[] : []);
  const numbers = (key: string): readonly number[] => list(key).map(Number).toSorted((a, b) => a - b);
  if (kind === 'choice') return plain;
  if (kind === 'command') return [...plain, value['type'] ?? 1, numbers('contexts'), numbers('integration_types'), list('options').map((option) => essence(option, 'option'))];
  return [...plain, value['type'], value['required'] === true, value['autocomplete'] === true, numbers('channel_types'), list('choices').map((choice) => essence(choice, 'choice')), list('options').map((option) => essence(option, 'option'))];
}

/** Nothing said: missing, null, or no language at all. */
function said(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : entries;
}
