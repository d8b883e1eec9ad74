/** "What can I do so that nobody finds this?": who asks it may have somebody beside them, and gets what helps against looks. */
import { open } from '../draft.ts';
import type { Responder } from '../turn.ts';
import { endsWithOneOf } from '../typed.ts';

export const unseen: Responder = {
  name: 'unseen',
  reply({ act, reading, know }, draft) {
    if (act.kind !== 'text' || reading?.question !== true || !endsWithOneOf(act.text, know.words.unseen)) return false;
    draft.set({ misses: 0 });
    draft.say(draft.words('unseen'), [
      open('menu', 'hide', draft.words('button.hide')), open('menu', 'settings', draft.words('button.settings')), open('lines', 'now', draft.words('button.help-now'), 'quiet')]);
    return true;
  },
};
