/** What Telegram shows around a chat: the list of commands, the page of the bot, a line in groups. All of it is content. */
import type { Knowledge, Library } from '../../conversation/knowledge.ts';
import type { PhraseId } from '../../conversation/phrases.ts';

export interface Listed { readonly command: string; readonly description: string }

export interface Words {
  /** ISO 639-1; empty: for everybody whose language has no words of its own. */
  readonly language: string;
  readonly personal: readonly Listed[];
  /** For those who run a group. */
  readonly group: readonly Listed[];
  /** Instead of `personal` while a person hides. */
  readonly cover: readonly Listed[];
  /** Shown in an empty chat, also in one that was just cleared. */
  readonly about: string;
  readonly short: string;
  readonly inPrivate: string;
  readonly openPrivate: string;
}

const personal = ['start', 'help', 'ask', 'exercises', 'checkin', 'progress', 'support', 'privacy', 'export', 'forget', 'hide', 'settings'] as const;
/** https://core.telegram.org/bots/api#botcommand, #setmydescription, #setmyshortdescription */
const longest = { command: 256, about: 512, short: 120 } as const;

/** The English ones first: they are for every other language too. */
export function wordsFrom(library: Library): readonly Words[] {
  const others = Object.entries(library).filter(([language]) => language !== 'en');
  return [wordsOf('', library.en), ...others.flatMap(([language, know]) => (know ? [wordsOf(language, know)] : []))];
}

function wordsOf(language: string, know: Knowledge): Words {
  const say = (id: PhraseId): string => know.phrases[id][0] ?? '';
  const listed = (command: (typeof personal)[number] | 'tips' | 'weekly'): Listed => ({ command, description: say(`command.${command}`).slice(0, longest.command) });
  return {
    language, personal: personal.map(listed), group: [listed('weekly')], cover: [listed('tips')],
    about: say('profile.about').slice(0, longest.about), short: say('profile.short').slice(0, longest.short),
    inPrivate: say('group.private'), openPrivate: say('button.private-chat'),
  };
}
