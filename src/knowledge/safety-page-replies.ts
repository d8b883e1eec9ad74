/** What the bot says to somebody in danger, and what it then leaves out, as Markdown: the words themselves, out of the content. */
import { crisisLockFor } from '../conversation/locks.ts';
import type { Knowledge, LineKind, Lock, SafetyReply } from '../conversation/knowledge.ts';
import type { PhraseId } from '../conversation/phrases.ts';
import { type SafetyKind, safetyKinds, type When, whens, type Who, whos } from '../conversation/reading.ts';

export const kindWords: Readonly<Record<SafetyKind, string>> = {
  'crisis.self-harm': 'thoughts of dying, a wish to be dead, self-harm',
  'crisis.partner-abuse': 'being hit, threatened, followed, forced or controlled by a partner',
  'crisis.harm-others': 'hurting somebody, or meaning to',
  'crisis.partner-suicide-threat': 'a partner who threatens to end their life',
  'crisis.sexual-assault': 'rape and other sexual violence',
  'crisis.child-safety': 'a child who is hurt or in danger',
  'crisis.immediate-danger': 'danger at this moment',
  'safety.is-this-abuse': 'asking whether something is abuse; cruelty, threats and control that are not clear yet',
  'safety.spying': 'wanting to follow or read somebody else in secret',
  'safety.minor': 'being under 18',
  'safety.unsure': 'despair that may or may not be about dying',
};
export const whoWords: Readonly<Record<Who, string>> = { self: 'the person who writes', partner: 'the partner', friend: 'a friend', child: 'a child', other: 'somebody else', unclear: 'not clear who' };
export const whenWords: Readonly<Record<When, string>> = { now: 'now', past: 'in the past', recovered: 'over and recovered from', unclear: 'not clear when' };
const lineWords: Readonly<Record<LineKind, string>> = {
  emergency: 'emergency number', suicide: 'crisis and suicide lines', abuse: 'lines on abuse', 'sexual-assault': 'lines on sexual violence', child: 'lines for children and young people',
  'own-behaviour': 'lines for people who hurt others', men: 'lines for men', lgbt: 'lines for LGBT people', directory: 'the worldwide directory',
};

/** Every reply, by kind, the most specific first. */
export function repliesPart(know: Knowledge): readonly string[] {
  const barriers = new Map<string, string>();
  return safetyKinds.flatMap((kind) => [
    `### ${kind}: ${kindWords[kind]}`, '',
    ...know.safety.filter((reply) => reply.kind === kind).flatMap((reply) => replyPart(know, reply, barriers)),
  ]);
}

function replyPart(know: Knowledge, reply: SafetyReply, barriers: Map<string, string>): string[] {
  return [
    `#### ${title(reply)}`, '',
    `File \`content/safety/${reply.id}.yaml\`, ${reply.reviewed === 'none' ? 'not yet checked by a professional' : `checked by ${reply.reviewed}`}.`, '',
    ...reply.care.map((care) => `> ${quoted(care)}\n`),
    `Then: ${reply.lines.length === 0 ? 'no lines' : reply.lines.map((kind) => lineWords[kind]).join(', ')}, at most three lines in one message.${reply.locks.length === 0 ? '' : ` It locks: ${reply.locks.join(', ')}.`}`, '',
    ...(reply.safeToRead ? [`Before anything longer is shown it asks "${reply.safeToRead.ask}" No gives the cover.`, ''] : []),
    ...(reply.plain ? [`It asks plainly: "${reply.plain.ask}" Yes, and not sure, lead to the reply for ${reply.plain.yes}.`, ''] : []),
    ...(reply.more === null ? [] : [`> ${quoted(reply.more)}`, '']),
    ...barrierPart(reply, barriers),
    ...(reply.offer.length === 0 ? [] : [`Offered then: ${reply.offer.map((id) => know.flows[id]?.title ?? know.answers[id]?.title ?? id).join(', ')}.`, '']),
  ];
}

const quoted = (text: string): string => text.trim().replaceAll('\n', '\n> ');

function title({ who, when }: SafetyReply): string {
  const people = who.length === whos.length ? 'whoever it is about' : who.map((each) => whoWords[each]).join(', ');
  const times = when.length === whens.length ? 'whenever it was' : when.map((each) => whenWords[each]).join(', ');
  return `${people.charAt(0).toUpperCase()}${people.slice(1)}; ${times}`;
}

/** What makes it hard to reach out, and an answer to each reason; replies often share one set. */
function barrierPart({ id, barrier }: SafetyReply, seen: Map<string, string>): string[] {
  if (barrier === null) return [];
  const key = JSON.stringify(barrier);
  const first = seen.get(key);
  if (first !== undefined) return [`Then it asks "${barrier.ask}", with the answers of \`${first}\` above.`, ''];
  seen.set(key, id);
  return [`Then it asks "${barrier.ask}" and has an answer to each reason:`, '', ...barrier.choices.map(({ label, reply }) => `- *${label}.* ${reply.replaceAll(/\s+/g, ' ')}`), ''];
}

const setBy: Readonly<Record<Lock, string>> = {
  abuse: 'Set by a disclosure about a partner, or by somebody who says that they hurt a partner. It stays until the person takes it back: with "another person, in the past" when asked, or in the settings. Answers are then told in their version for somebody who is not safe.',
  crisis: `Set by thoughts of dying and the like. It ends by itself after ${crisisLockFor / 3_600_000} hours.`,
  minor: 'Set when somebody says that they are under 18. It stays.',
};

export function locksPart(know: Knowledge): readonly string[] {
  const units = [...Object.values(know.flows), ...Object.values(know.answers)];
  return (Object.keys(setBy) as Lock[]).flatMap((lock) => [
    `### ${lock}`, '', setBy[lock], '', `The person is told: "${know.phrases[`locked.${lock}`][0] ?? ''}"`, '',
    `Left out of menus, search, buttons and links: ${units.filter((unit) => unit.locks.includes(lock)).map((unit) => unit.title).toSorted().join(', ') || 'nothing'}.`, '',
  ]);
}

const fixed: readonly (readonly [PhraseId, string])[] = [
  ['safety.program', 'with every alarm'], ['safety.country', 'when the country is not known'], ['safety.about-now', 'after a disclosure about a partner'], ['safety.locked', 'when something is left out from then on'],
  ['safety.read-on', 'when it is safe to read on'], ['safety.heard', 'to other words than the ones asked for'], ['safety.next', 'at the end'], ['safety.false-alarm', 'when "That is not what I meant" is pressed, which stands under every safety reply'],
];

export function fixedPart(know: Knowledge): readonly string[] {
  return fixed.map(([id, when]) => `- ${when}: "${(know.phrases[id][0] ?? '').replaceAll(/\s+/g, ' ')}"`);
}
