/** It is time to clear the chat: without a word, also while it is hidden, for the cover would tell that something was here. */
import type { Responder } from '../turn.ts';

export const clear: Responder = {
  name: 'clear',
  reply(turn, draft) {
    if (turn.act.kind !== 'due' || turn.act.name !== 'clear') return false;
    if (turn.before.settings.clear !== 'never') draft.do({ kind: 'clear', what: 'chat' });
    return true;
  },
};
