/** "typing ..." above a chat, only where an answer takes so long that somebody would wonder. */

/** After so long, and as often as Telegram takes the sign away (5 s, https://core.telegram.org/bots/api#sendchataction), in ms. */
const patience = 1000;
const again = 4500;

/** Settles as `work` does; `show` must not throw. */
export async function typingDuring<T>(work: Promise<T>, show: () => void): Promise<T> {
  let timer = setTimeout(function tick() {
    show();
    timer = setTimeout(tick, again);
  }, patience);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
