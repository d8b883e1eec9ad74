/**
 * The lists of commands and the page of the bot, brought in line with the content at the start. What is right already
 * is left alone: Telegram allows few changes of a bot's page.
 */
import type { Api } from 'grammy';
import type { Listed, Words } from './words.ts';

/** Rejects with an error of grammY when Telegram refuses. */
export async function showProfile(api: Api, words: readonly Words[]): Promise<void> {
  for (const each of words) {
    const language = languageOf(each.language);
    for (const [type, list] of [['all_private_chats', each.personal], ['all_chat_administrators', each.group]] as const) {
      const shown = await api.getMyCommands({ scope: { type }, ...language });
      if (!same(shown, list)) await api.setMyCommands([...list], { scope: { type }, ...language });
    }
    if ((await api.getMyDescription(language)).description !== each.about) await api.setMyDescription(each.about, language);
    if ((await api.getMyShortDescription(language)).short_description !== each.short) await api.setMyShortDescription(each.short, language);
  }
}

/** While a person hides, the list in their chat is another one, whatever their language. */
export async function coverCommands(api: Api, chat: string, words: readonly Words[], on: boolean): Promise<void> {
  const scope = { type: 'chat', chat_id: Number(chat) } as const;
  const [first] = words;
  if (on && first) await api.setMyCommands([...first.cover], { scope });
  else await api.deleteMyCommands({ scope });
}

function languageOf(language: string): { readonly language_code?: never } {
  // The type of grammY lists the two-letter codes one by one; a folder of content has such a name.
  return (language === '' ? {} : { language_code: language }) as { readonly language_code?: never };
}

function same(shown: readonly Listed[], list: readonly Listed[]): boolean {
  return shown.length === list.length && list.every((each, index) => shown[index]?.command === each.command && shown[index].description === each.description);
}
