/**
 * The lists of commands and the page of the bot, brought in line with the content at the start. What is right already
 * is left alone: Telegram allows few changes of a bot's page.
 */
import type { Api } from 'grammy';
import type { Listed, Words } from './words.ts';

/** False when Telegram refused a part of it; the other parts are shown. Never rejects. */
export async function showProfile(api: Api, words: readonly Words[]): Promise<boolean> {
  let whole = true;
  const shows = (work: Promise<unknown>): Promise<unknown> => work.catch(() => { whole = false; });
  for (const each of words) {
    const language = languageOf(each.language);
    for (const [type, list] of [['all_private_chats', each.personal], ['all_chat_administrators', each.group]] as const) {
      const scope = { type };
      await shows(isShown(api.getMyCommands({ scope, ...language }), (shown) => same(shown, list))
        .then((right) => right || api.setMyCommands([...list], { scope, ...language })));
    }
    await shows(isShown(api.getMyDescription(language), (shown) => shown.description === each.about)
      .then((right) => right || api.setMyDescription(each.about, language)));
    await shows(isShown(api.getMyShortDescription(language), (shown) => shown.short_description === each.short)
      .then((right) => right || api.setMyShortDescription(each.short, language)));
  }
  return whole;
}

/** What cannot be looked at is taken for wrong, and said anew. */
const isShown = <T>(asked: Promise<T>, right: (shown: T) => boolean): Promise<boolean> => asked.then(right).catch(() => false);

/** While a person hides, the list in their chat is another one, whatever their language. */
export async function coverCommands(api: Api, chat: number, words: readonly Words[], on: boolean): Promise<void> {
  const scope = { type: 'chat', chat_id: chat } as const;
  const [first] = words;
  if (on && first) await api.setMyCommands([...first.cover], { scope });
  else await api.deleteMyCommands({ scope });
}

function languageOf(language: string): { readonly language_code?: never } {
  // The type of grammY lists the two-letter codes one by one; a folder of content has such a name.
  return (language === '' ? {} : { language_code: language }) as { readonly language_code?: never };
}

function same(shown: readonly Listed[], list: readonly Listed[]): boolean {
  return Array.isArray(shown) && shown.length === list.length && list.every((each, index) => shown[index]?.command === each.command && shown[index].description === each.description);
}
