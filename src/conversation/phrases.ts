/**
 * The bot's small sentences and button labels by id, and the words people type for its controls.
 * The words themselves are in `content/phrases.yaml` and `content/words.yaml`; the content check proves
 * that every id here has words, that no other id stands there, and that the placeholders agree.
 */

/** Phrase id -> the names that its text may hold as `{name}`. */
export const phraseSpecs = {
  'first.what': ['name'], 'first.keeps': ['contact', 'returnWord'], 'first.line': ['numbers'], 'first.local-emergency': [],
  'disclosure': ['name'],
  'contact.none': [],
  'menu': [], 'menu.questions': [], 'menu.exercises': [], 'menu.what-now': [],
  'help': [],
  'ask.how': [],
  'empty': [],
  'stale': [],
  'set-aside': [],
  'unreadable': [],
  'honest-no': [], 'honest-no.closest': [], 'honest-no.again': [], 'honest-no.often': [], 'honest-no.told': [],
  'did-you-mean': [],
  'did-you-mean.one': [], 'not-meant': [],
  'none-of-these': [],
  'answer.gone': [], 'answer.guess': ['title'],
  'locked.abuse': [], 'locked.harm': [], 'locked.crisis': [], 'locked.minor': [],
  'answer.no-more': [], 'answer.night': [], 'answer.third-time': [],
  'source.sections': ['sections'], 'source.own': [], 'source.strong': ['note'], 'source.some': ['note'], 'source.practice': ['note'],
  'source.reviewed': ['reviewed'], 'source.not-reviewed': [],
  'care.story': [], 'care.low': [], 'care.sad': [], 'care.alone': [], 'care.angry': [], 'care.ashamed': [], 'care.afraid': [],
  'care.tired': [], 'care.numb': [], 'care.confused': [], 'care.hurt': [], 'care.turning': [], 'care.better': [], 'care.body': [], 'care.next': [],
  'talk.unsure': [], 'talk.complaint': [], 'talk.about': ['name', 'contact'], 'talk.greet': [], 'talk.goodbye': [], 'talk.thanks': [], 'talk.person': ['contact'], 'talk.language': [],
  'language.name': [], 'language.set': [], 'language.heard': [],
  'exercise.go-on': ['title'], 'exercise.paused': ['title'], 'exercise.stopped': [], 'exercise.stopped-empty': [], 'exercise.no-hurry': [], 'exercise.no-back': [], 'exercise.hand-over': [],
  'exercise.no-skip': [], 'exercise.changed': ['title'], 'exercise.gone': [], 'exercise.left-out': [], 'exercise.resting': [],
  'exercise.number-please': [], 'exercise.button-please': [], 'exercise.body-alarm': [], 'exercise.entry-or-question': [], 'exercise.count': ['n', 'of'],
  'exercise.too-long': ['max'], 'exercise.kept': [], 'exercise.discarded': [], 'exercise.worse': [], 'exercise.after': [],
  'time.in-1': [], 'time.in-3': [], 'time.in-7': [], 'time.in-minutes': ['minutes'], 'time.never': [],
  'list.and': [],
  'promise.ask': ['promise'], 'promise.kept': [], 'promise.partly': [], 'promise.not': [],
  'check-in.low': [], 'check-in.low-ask': [],
  'plan.offer': [], 'plan.day': [], 'plan.time': [], 'plan.time-unknown': [], 'plan.set': ['day', 'time', 'zone'], 'plan.none': [],
  'plan.stopped': [],
  'pair.how': [], 'pair.code': ['code'], 'pair.link': [], 'pair.ask-code': [], 'pair.not-open': [], 'pair.agree': [], 'pair.declined': [], 'pair.day': [], 'pair.answered': [],
  'pair.not-today': [], 'pair.ended': [], 'pair.news': [], 'pair.waits': [], 'pair.nothing': [], 'pair.their-turn': [], 'pair.they-share': ['text'], 'pair.nothing-shared': [],
  'reminder.ask': [], 'reminder.later': [],
  'progress.none': [], 'progress.weeks': [], 'progress.promises': ['made', 'kept'], 'progress.title': [], 'progress.self': [],
  'progress.partner': [], 'progress.safe': [], 'progress.picture-note': [],
  'kept.list': [], 'kept.none': [], 'kept.gone': [],
  'counsellor.ask': [], 'counsellor.page': [],
  'path.list': [], 'path.step': ['title', 'week', 'why'], 'path.look-back': [], 'path.still': [], 'path.weekly': [], 'path.monthly': [],
  'path.stopped': [], 'path.ended': [],
  'button.two-phones': [], 'button.one-phone': [], 'button.have-code': [], 'button.again': [], 'button.begin': [], 'button.not-now': [], 'button.look': [],
  'button.good-day': [], 'button.tired': [], 'button.short-of-time': [], 'button.another-day': [],
  'button.share-it': [], 'button.change-it': [], 'button.keep-to-myself': [],
  'button.kept-things': [], 'button.delete-one': [], 'button.counsellor': [], 'button.page-weeks': [], 'button.page-kept': [],
  'button.page-both': [], 'button.paths': [], 'button.path-next': [], 'button.path-stop': [], 'button.path-weekly': [],
  'button.path-monthly': [], 'button.path-no': [],
  'privacy': ['contact'],
  'export.ask': [], 'export.file': [], 'export.not-sent': [],
  'forget.ask': [], 'forget.kept': [], 'forget.receipt': [],
  'unseen': [],
  'hide.return-word': [], 'hide.back': [],
  'cover.houseplants': [], 'cover.cooking': [], 'cover.birds': [],
  'settings': ['country', 'zone', 'returnWord', 'clear'], 'settings.clear-never': [], 'settings.clear-hour': [], 'settings.clear-night': [], 'settings.clear-ask': [],
  'settings.open-word-ask': [], 'settings.word-taken': [], 'door.ask': [], 'door.open': [], 'door.wrong': [], 'door.lost': [], 'settings.not-set': [], 'settings.saved': [], 'settings.zone-ask': [],
  'settings.zone-unknown': [], 'settings.hide-word-ask': [], 'settings.return-word-ask': [], 'settings.word-short': [],
  'settings.role-ask': [], 'settings.locks-ask': [],
  'safety.program': [], 'safety.again': [], 'safety.what-about': [], 'safety.something-else': [], 'safety.country': [],
  'safety.country-name': [], 'safety.country-unknown': [], 'safety.read-on': [], 'safety.about-now': [], 'safety.locked': [],
  'safety.noted': [], 'safety.unlocked': [], 'safety.quiet': [], 'safety.heard': [], 'safety.heard-again': [], 'safety.first': [], 'safety.heard-read': [], 'safety.worn-out': [], 'safety.next': [], 'safety.false-alarm': [],
  'lines.emergency': ['numbers', 'silent'], 'lines.emergency-unknown': [], 'lines.none': ['country'], 'lines.none-own': ['country'],
  'lines.for': ['country'], 'lines.unknown-country': [],
  'line': ['name', 'ways', 'hours', 'note'], 'line.call': ['value'], 'line.text': ['value'], 'line.chat': ['value'],
  'mention.maybe-missing': [], 'mention.dm-closed': [],
  'button.help-now': [], 'button.lines': [], 'button.menu': [], 'button.write': [], 'button.questions': [], 'button.exercises': [], 'button.check-in': [],
  'button.progress': [], 'button.picture': [], 'button.privacy': [], 'button.settings': [], 'button.export': [], 'button.export-yes': [],
  'button.export-no': [], 'button.forget': [], 'button.forget-yes': [], 'button.keep-everything': [], 'button.hide': [],
  'button.where-to-start': [], 'button.more': [], 'button.source': [], 'button.not-meant': [], 'button.none-of-these': [],
  'button.my-safety': [], 'button.about': ['title'], 'button.back-to': ['title'], 'button.try': ['title'], 'button.talk-to-person': [],
  'button.reminders': [], 'button.go-on': [], 'button.go-on-with': ['title'], 'button.later': [], 'button.back': [], 'button.skip': [],
  'button.pause': [], 'button.stop': [], 'button.done': [], 'button.keep': [], 'button.discard': [], 'button.my-entry': [],
  'button.a-question': [], 'button.yes': [], 'button.stop-reminders': [], 'button.kept': [], 'button.partly': [], 'button.not-this-time': [],
  'button.another-promise': [], 'button.plan-yes': [], 'button.plan-no': [], 'button.choose-country': [], 'button.another-country': [],
  'button.choose-zone': [], 'button.plain-on': [], 'button.plain-off': [], 'button.role': [], 'button.role-hurt': [],
  'button.role-hurt-someone': [], 'button.role-both': [], 'button.hide-word': [], 'button.return-word': [], 'button.open-word': [], 'button.no-word': [], 'button.word-lost': [], 'button.open-it': [],
  'button.clear': [], 'button.clear-hour': [], 'button.clear-night': [], 'button.clear-never': [], 'button.locks': [],
  'button.locks-back': [], 'button.locks-stay': [], 'button.rather-not': [], 'button.danger-now': [], 'button.thoughts-of-dying': [],
  'button.afraid': [], 'button.something-else': [], 'button.plain-yes': [], 'button.plain-no': [], 'button.plain-unsure': [],
  'button.read-yes': [], 'button.read-no': [], 'button.now-or-same': [], 'button.other-past': [], 'button.false-alarm': [],
  'command.start': [], 'command.help': [], 'command.ask': [], 'command.exercises': [], 'command.checkin': [], 'command.progress': [],
  'command.support': [], 'command.privacy': [], 'command.export': [], 'command.forget': [], 'command.hide': [], 'command.settings': [],
  'command.tips': [], 'command.weekly': [],
  'profile.about': [], 'profile.short': [],
  'weekly.prompt': ['question'], 'weekly.private': [], 'weekly.people': ['people'], 'weekly.few': [], 'weekly.heavy': [], 'weekly.heavy-chat': [],
  'weekly.this-chat': [], 'weekly.preview': ['day', 'time', 'zone', 'channel'], 'weekly.next-dates': ['dates'], 'weekly.role-note': [],
  'weekly.looks-like': [], 'weekly.right-view': [], 'weekly.right-send': [], 'weekly.missing': ['rights'], 'weekly.missing-threads': [],
  'weekly.not-yet': [], 'weekly.day-unknown': [], 'weekly.time-unknown': [], 'weekly.zone-unknown': [], 'weekly.channel-missing': [],
  'weekly.set-unknown': [], 'weekly.example': [], 'weekly.too-many': ['most'], 'weekly.set': ['channel', 'next'], 'weekly.none': [],
  'weekly.none-paused': [], 'weekly.all-paused': [], 'weekly.which': [], 'weekly.there-already': [], 'weekly.posted': [], 'weekly.skipped': ['next'],
  'weekly.paused': [], 'weekly.resumed': ['next'], 'weekly.stop-ask': ['schedule'], 'weekly.stopped': [], 'weekly.left': [], 'weekly.stale': [],
  'weekly.not-yours': [], 'weekly.only-groups': [], 'weekly.how': [], 'weekly.card-posted': [], 'weekly.too-late': ['channel'], 'weekly.maybe-missing': ['channel'],
  'weekly.no-permission': ['channel'], 'weekly.gone': ['channel'], 'weekly.status': ['id', 'day', 'time', 'zone', 'channel'],
  'weekly.status-next': ['next'], 'weekly.status-skip': ['next', 'after'], 'weekly.status-paused': [], 'weekly.status-no-permission': [],
  'weekly.status-gone': [], 'weekly.no-history': [], 'weekly.history-head': [], 'weekly.history': ['when', 'what', 'who'],
  'weekly.history-denied': ['when', 'what', 'who'], 'weekly.help': [], 'weekly.help-chat': [], 'weekly.begin': [], 'weekly.closed': [],
  'weekly.mine': [], 'weekly.thanks': [], 'weekly.too-late-to-count': [], 'weekly.in-private': [], 'weekly.remind-offer': [], 'weekly.remind-set': [], 'results.none': [], 'results.head': [],
  'results.week': ['date', 'people'], 'results.too-few': ['date'], 'results.too-short': ['date'], 'results.all-hidden': [], 'results.row': ['question', 'low', 'middle', 'high'],
  'results.hidden': [], 'results.merged': [], 'results.low': [], 'results.middle': [], 'results.high': [], 'results.shares-title': ['date'],
  'results.trend-title': [], 'results.trend-text': ['list'], 'results.file': [], 'moderator.first': [], 'moderator.copy': [], 'moderator.lines': [],
  'moderator.card': [], 'moderator.quiet-card': [], 'button.join': [], 'button.weekly-confirm': [], 'button.weekly-thread': [],
  'button.weekly-leave': [], 'button.weekly-again': [], 'button.weekly-stop': [], 'button.weekly-remind': [], 'button.quiet-card': [],
  'button.help-private': [],
  'group.private': [],
  'share.done': [], 'share.from': ['name'], 'button.share': [], 'keep-lines.done': [], 'button.keep-lines': [],
  'direct.ask': [], 'direct.asked': [], 'direct.confirmed': [], 'button.direct-yes': [],
  'button.private-chat': [],
  'slash.ask': [], 'slash.ask.question': [], 'slash.exercise': [], 'slash.exercise.name': [], 'slash.check-in': [], 'slash.progress': [],
  'slash.support': [], 'slash.support.country': [], 'slash.support.kind': [], 'slash.help': [], 'slash.privacy': [], 'slash.privacy.export': [],
  'slash.privacy.forget': [], 'slash.privacy.hide': [], 'slash.privacy.settings': [], 'slash.weekly': [], 'slash.weekly.schedule': [],
  'slash.weekly.schedule.day': [], 'slash.weekly.schedule.time': [], 'slash.weekly.schedule.timezone': [], 'slash.weekly.schedule.channel': [],
  'slash.weekly.schedule.role': [], 'slash.weekly.schedule.question-set': [], 'slash.weekly.now': [], 'slash.weekly.skip': [],
  'slash.weekly.pause': [], 'slash.weekly.resume': [], 'slash.weekly.stop': [], 'slash.weekly.status': [], 'slash.weekly.results': [],
  'slash.weekly.results.weeks': [], 'slash.weekly.history': [], 'slash-name.ask': [], 'slash-name.ask.question': [], 'slash-name.exercise': [],
  'slash-name.exercise.name': [], 'slash-name.check-in': [], 'slash-name.progress': [], 'slash-name.support': [], 'slash-name.support.country': [],
  'slash-name.support.kind': [], 'slash-name.help': [], 'slash-name.privacy': [], 'slash-name.privacy.export': [], 'slash-name.privacy.forget': [],
  'slash-name.privacy.hide': [], 'slash-name.privacy.settings': [], 'slash-name.weekly': [], 'slash-name.weekly.schedule': [],
  'slash-name.weekly.schedule.day': [], 'slash-name.weekly.schedule.time': [], 'slash-name.weekly.schedule.timezone': [],
  'slash-name.weekly.schedule.channel': [], 'slash-name.weekly.schedule.role': [], 'slash-name.weekly.schedule.question-set': [],
  'slash-name.weekly.now': [], 'slash-name.weekly.skip': [], 'slash-name.weekly.pause': [], 'slash-name.weekly.resume': [],
  'slash-name.weekly.stop': [], 'slash-name.weekly.status': [], 'slash-name.weekly.results': [], 'slash-name.weekly.results.weeks': [],
  'slash-name.weekly.history': [], 'slash-name.what-can-i-say': [], 'line-kind.emergency': [], 'line-kind.suicide': [], 'line-kind.abuse': [],
  'line-kind.sexual-assault': [], 'line-kind.child': [], 'line-kind.own-behaviour': [], 'line-kind.men': [], 'line-kind.lgbt': [],
  'line-kind.directory': [],
} as const satisfies Record<string, readonly string[]>;
export type PhraseId = keyof typeof phraseSpecs;

/** What a phrase must be given: nothing, or a value for each of its names. */
export type PhraseVars<K extends PhraseId> = (typeof phraseSpecs)[K] extends readonly [] ? [] : [Readonly<Record<(typeof phraseSpecs)[K][number], string>>];

/** Controls: a whole message that is one of these words is a control, wherever the person stands. */
export const controlIds = ['back', 'skip', 'pause', 'stop', 'go-on', 'menu', 'help', 'yes', 'no', 'more', 'why', 'how', 'example', 'shorter', 'source', 'hide', 'keep', 'discard', 'done', 'unsure', 'complaint', 'not-it'] as const;
export type ControlId = (typeof controlIds)[number];

/** Words that stand beside a number, an ordinal or inside a sentence. They mean nothing alone, so other lists may hold them too. */
export const besideIds = ['before-number', 'after-number', 'before-ordinal', 'after-ordinal', 'inside-sentence', 'in-full'] as const;

/**
 * Ordered lists (zero to ten, first to tenth, Monday to Sunday), times of day (`in the evening = 19:00`), words for a body that needs
 * a doctor now, or that is afraid, words that name a feeling, what keeps somebody from reaching out (`hate phone calls = I cannot talk aloud`),
 * and phrases inside a question that say what it is about: being seen by somebody, proof, a group.
 */
const listIds = ['numbers', 'ordinals', 'days', ...besideIds, 'times-of-day', 'body-alarm', 'body-fear', 'feeling-sad', 'feeling-alone', 'feeling-angry', 'feeling-ashamed', 'feeling-afraid', 'feeling-tired', 'feeling-numb', 'feeling-confused', 'feeling-hurt', 'feeling-turning', 'barriers', 'unseen', 'proof', 'of-a-group'] as const;

export const wordIds = [...controlIds, ...listIds] as const;
export type WordId = (typeof wordIds)[number];

/** Replaces every `{name}` by its value; a name without one becomes `missing`, or stays as it is when that is not given. */
export function fill(text: string, values: Readonly<Record<string, string | number | readonly string[]>>, missing?: string): string {
  return text.replace(/\{([a-z][a-z_-]*)\}/giu, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || (value === '' && missing !== undefined)) return missing ?? whole;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}
