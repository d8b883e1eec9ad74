/** What the bot does by itself when an intent asks for it: the values of `built-in:` in intent files. */
export const builtIns = [
  'greet', 'goodbye', 'thanks', 'affirm', 'deny', 'help', 'about-bot', 'feeling-low', 'feeling-better', 'venting', 'human', 'language',
  'progress', 'check-in', 'reminders', 'privacy-delete', 'privacy-export', 'list', 'out-of-scope',
] as const;
