/**
 * Updates posted to a webhook as Telegram does: several chats at once, those of one chat one after another,
 * each again until a 2xx comes back (https://core.telegram.org/bots/api#setwebhook).
 */
export interface Hook {
  /** There may be something new. */
  look(): void;
  close(): void;
}

/** After a refusal, in ms; Telegram waits longer. */
const pause = 100;

/** As many as Telegram keeps open by default (`max_connections`). */
const atOnce = 40;

/** `updates`: what waits; an update leaves it when it was taken. */
export function openHook(address: () => string, secret: string, updates: { readonly update_id: number }[], changed: () => void): Hook {
  const busy = new Set<string>();
  const closing = new AbortController();
  const chats = new WeakMap<object, string>();
  const chatOf = (update: object): string => {
    const chat = chats.get(update) ?? chatIn(update);
    chats.set(update, chat);
    return chat;
  };

  async function post(update: { readonly update_id: number }, chat: string): Promise<void> {
    busy.add(chat);
    const taken = await fetch(address(), { method: 'POST', body: JSON.stringify(update), headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }, signal: closing.signal })
      .then(({ ok }) => ok, () => false);
    if (taken) updates.splice(updates.indexOf(update), 1);
    else await new Promise((resolve) => { setTimeout(resolve, pause); });
    busy.delete(chat);
    changed();
    look();
  }

  function look(): void {
    if (closing.signal.aborted) return;
    for (const update of updates) {
      if (busy.size >= atOnce) return;
      const chat = chatOf(update);
      if (!busy.has(chat)) void post(update, chat);
    }
  }

  look();
  return { look, close: () => closing.abort() };
}

function chatIn(update: object): string {
  return /"chat":\{"id":(-?\d+)/u.exec(JSON.stringify(update))?.[1] ?? '';
}
