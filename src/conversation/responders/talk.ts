/** Small talk and care: greetings, thanks, how somebody feels, a long story. Somebody who says how they feel is heard first, without advice. */
import { giveAnswer } from '../answering.ts';
import { open, type Draft } from '../draft.ts';
import type { Knowledge } from '../knowledge.ts';
import { maybeLow } from '../leads.ts';
import { mayShow, mayStart } from '../locks.ts';
import { sayMenu } from '../menu.ts';
import type { PhraseId } from '../phrases.ts';
import { decodePress, type Choice } from '../press.ts';
import { roleHeard } from '../role.ts';
import { staysWithTopic } from '../topic.ts';
import type { Responder, Turn } from '../turn.ts';
import { fold, holdsOneOf } from '../typed.ts';
import { contactOf, sayFirstWords, welcome } from '../welcome.ts';
import { wanted } from '../wanted.ts';
import { begin } from './exercise.ts';

export const talk: Responder = {
  name: 'talk',
  reply(turn, draft) {
    if (turn.act.kind === 'word' && turn.act.word === 'unsure') { draft.tone('care'); draft.say(draft.words('talk.unsure'), menuAndHelp(draft)); return true; }
    if (turn.act.kind === 'word' && turn.act.word === 'complaint') { draft.tone('care'); draft.say(draft.words('talk.complaint'), [open('lines', '', draft.words('button.lines')), ...menuAndHelp(draft)]); return true; }
    if (languageChosen(turn, draft)) return true;
    if ((turn.act.kind === 'word' && turn.act.word === 'not-it') || staysWithTopic(turn)) return false;
    if (turnsOver(turn)) { care(turn, draft, true, aboutChoice(turn, draft)); return true; }
    const asked = wanted(turn, ['start', 'greet', 'goodbye', 'thanks', 'affirm', 'deny', 'about-bot', 'feeling-low', 'feeling-better', 'venting', 'human', 'language', 'where-to-start']);
    switch (asked) {
      case 'start': if (!linkOpened(turn, draft)) greet(turn, draft, true); return true;
      case 'greet': greet(turn, draft, false); return true;
      case 'goodbye': draft.tone('farewell'); draft.say(draft.words('talk.goodbye')); return true;
      case 'thanks': draft.say(draft.words('talk.thanks'), menuAndHelp(draft)); return true;
      case 'affirm': if (!stepTaken(turn, draft)) draft.say(draft.words('menu.what-now'), menuAndHelp(draft)); return true;
      case 'deny':
      case 'where-to-start': draft.say(draft.words('menu.what-now'), menuAndHelp(draft)); return true;
      case 'about-bot': aboutBot(turn, draft); draft.say(draft.words('talk.person', { contact: contactOf(turn) }), menuAndHelp(draft)); return true;
      case 'human': draft.say(draft.words('talk.person', { contact: contactOf(turn) }), [open('lines', '', draft.words('button.lines')), ...menuAndHelp(draft)]); return true;
      case 'language': sayLanguages(turn, draft); return true;
      case 'feeling-better': draft.say(draft.words('care.better'), [open('menu', 'check-in', draft.words('button.check-in')), ...menuAndHelp(draft)]); return true;
      case 'feeling-low':
      case 'venting': care(turn, draft, asked === 'venting'); return true;
      case null: if (!maybeLow(turn)) return false; care(turn, draft, false); return true;
      default: return asked satisfies never;
    }
  },
};

/** The whole disclosure once; asked again within the hour, in short. */
function aboutBot(turn: Turn, draft: Draft): void {
  if (draft.state.greeted && turn.at - draft.state.told < 3_600_000) draft.say(draft.words('talk.about', { name: turn.operator.name, contact: contactOf(turn) }));
  else sayFirstWords(turn, draft);
}

function sayLanguages(turn: Turn, draft: Draft): void {
  const named = turn.act.kind === 'text' ? Object.values(turn.library).find((know) => fold(turn.act.kind === 'text' ? turn.act.text : '').split(' ').includes(fold(know.phrases['language.name'][0] ?? ''))) : undefined;
  if (named) { setLanguage(draft, named); return; }
  const languages = Object.entries(turn.library).map(([code, know]) => open('menu', `language:${code}`, know.phrases['language.name'][0] ?? code));
  draft.say(draft.words('talk.language'), [...languages, ...menuAndHelp(draft)]);
}

/** The confirmation is already in the language that was chosen. */
function languageChosen(turn: Turn, draft: Draft): boolean {
  const { act } = turn;
  if (act.kind !== 'press' || act.press.kind !== 'open' || act.press.what !== 'menu' || !act.press.id.startsWith('language:')) return false;
  setLanguage(draft, Object.hasOwn(turn.library, act.press.id.slice('language:'.length)) ? (turn.library[act.press.id.slice('language:'.length)] ?? turn.library.en) : turn.library.en);
  return true;
}

function setLanguage(draft: Draft, know: Knowledge): void {
  draft.set({ settings: { ...draft.state.settings, language: know.language } });
  draft.say(know.phrases['language.set'][0] ?? '', [open('menu', '', know.phrases['button.menu'][0] ?? ''), open('lines', 'now', know.phrases['button.help-now'][0] ?? '', 'quiet')]);
}

function greet(turn: Turn, draft: Draft, asked: boolean): void {
  if (turn.isNew || !draft.state.greeted || asked) { welcome(turn, draft); return; }
  draft.say(draft.words('talk.greet'));
  if (draft.state.running.length === 0) sayMenu(turn, draft);
}

/** `exercise_boundary`, `answer_how-long`: what Telegram lets a link carry (https://core.telegram.org/bots/features#deep-linking). */
const link = /^(exercise|answer)_([a-z0-9_-]{1,55})$/u;

/** A link from outside leads to one exercise or answer, with the same locks as its button. */
function linkOpened(turn: Turn, draft: Draft): boolean {
  const [, what, name = ''] = (turn.act.kind === 'command' && link.exec(turn.act.options['text'] ?? '')) || [];
  const slug = name.replaceAll('_', '-');
  if (what === 'exercise' && turn.know.flows[`exercise.${slug}`]) { begin(turn, draft, `exercise.${slug}`); return true; }
  const id = what === 'answer' ? ['faq', 'topic'].map((group) => `${group}.${slug}`).find((each) => turn.know.answers[each]) : undefined;
  return id !== undefined && giveAnswer(turn, draft, id);
}

/** "Yes" to "we can take one small step": the first one that was offered. */
function stepTaken(turn: Turn, draft: Draft): boolean {
  const [offered] = turn.before.shown;
  const press = offered === undefined || turn.before.question !== null ? null : decodePress(offered.press);
  if (press?.kind !== 'open' || press.what !== 'exercise') return false;
  begin(turn, draft, press.id);
  return true;
}

/** Told, not asked, that it goes round and round: heard first, and what it is about is one press away. */
function turnsOver({ act, reading, know }: Turn): boolean {
  if (act.kind !== 'text' || reading === null || reading.question || reading.decision === 'none') return false;
  return know.answers[reading.intent] !== undefined && holdsOneOf(act.text, know.words['feeling-turning']);
}

function aboutChoice(turn: Turn, draft: Draft): Choice | null {
  const answer = turn.know.answers[turn.reading?.intent ?? ''];
  return answer && mayShow(answer, draft.state, turn.at) ? open('answer', answer.id, draft.words('button.about', { title: answer.title })) : null;
}

const feelings = ['sad', 'alone', 'angry', 'ashamed', 'afraid', 'tired', 'numb', 'confused', 'hurt', 'turning'] as const;

/** Names the feeling that stands in the words, gives no advice, and offers one or two steps that fit. */
export function care(turn: Turn, draft: Draft, story: boolean, about: Choice | null = null): void {
  const text = turn.act.kind === 'text' || turn.act.kind === 'word' ? turn.act.text : '';
  const feeling = feelings.find((each) => holdsOneOf(text, turn.know.words[`feeling-${each}`]));
  const phrase: PhraseId = feeling ? `care.${feeling}` : story ? 'care.story' : 'care.low';
  draft.set({ misses: 0 });
  roleHeard(turn, draft);
  draft.tone('care');
  draft.say(draft.words(phrase));
  const steps = exerciseChoices(turn, draft, story && !about ? ['exercise.name-feelings', 'exercise.grounding'] : ['exercise.grounding', 'exercise.self-compassion', 'exercise.promise']);
  draft.say(draft.words('care.next'), [
    ...(about ? [...steps.slice(0, 1), about] : steps),
    ...menuAndHelp(draft)]);
}

function exerciseChoices(turn: Turn, draft: Draft, ids: readonly string[]): Choice[] {
  return ids.flatMap((id) => {
    const flow = turn.know.flows[id];
    return mayStart(flow, draft.state, turn.at) ? [open('exercise', id, flow.title)] : [];
  }).slice(0, 2);
}

function menuAndHelp(draft: Draft): Choice[] {
  return [open('menu', '', draft.words('button.menu')), open('lines', 'now', draft.words('button.help-now'), 'quiet')];
}

