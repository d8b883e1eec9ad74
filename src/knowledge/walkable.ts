/**
 * Whether a person can walk an exercise from its first step to an end, whatever they choose:
 * every step can be reached, every step can reach an end, nobody goes round in a circle without having chosen to,
 * and every name that a text fills in was saved by some step.
 */
import type { Step } from '../conversation/knowledge.ts';
import { didYouMean } from './nearest-name.ts';
import type { Place, Report } from './problem.ts';

/** The trail of one walk in a person's document holds this many waiting steps. */
const mostSteps = 60;

/** `placeOf`: where a step stands, or one of its keys. */
export function checkWalk(steps: readonly Step[], placeOf: (index: number, key?: string) => Place, report: Report): void {
  const ids = steps.map((step) => step.id);
  const place = (step: Step, key?: string): Place => placeOf(steps.indexOf(step), key);
  const find = (id: string | null): Step | undefined => steps.find((step) => step.id === id);

  let sound = true;
  const broken = (at: Place, message: string, cure: string): void => { sound = false; report(at, message, cure); };
  steps.forEach((step, index) => {
    if (ids.indexOf(step.id) < index) broken(place(step), `Two steps have the id "${step.id}".`, 'Give one of them another id.');
    for (const to of new Set([step.next, ...goesOf(step)])) {
      if (to !== null && !find(to)) broken(place(step), `"${step.id}" leads to "${to}", and there is no such step.`, didYouMean(to, ids) || 'Give a step this id, or lead to another one.');
    }
    if (step.next === null && step.kind !== 'end') broken(place(step), `Nothing follows "${step.id}", and it is not an end.`, 'Put an "end" step after it, or say where it goes with "next".');
  });
  if (steps.length > mostSteps) report(placeOf(0), `There are ${steps.length} steps; at most ${mostSteps}.`, 'Make two exercises of it.');
  for (const step of sound ? inCircle(steps, find) : []) {
    broken(place(step), `After "${step.id}" the steps go round in a circle, and the person has no choice in it.`, 'Go back only through a "choose" step or "below".');
  }
  if (sound) checkWays(steps, find, place, report);
  for (const step of steps) checkOne(step, steps, place, report);
}

function checkWays(steps: readonly Step[], find: (id: string | null) => Step | undefined, place: (step: Step) => Place, report: Report): void {
  const reached = reachable(steps[0], find);
  for (const step of steps) {
    if (!reached.has(step)) report(place(step), `No way leads to the step "${step.id}".`, 'Lead to it with "next" or "go", or remove it.');
    else if (![...reachable(step, find)].some((later) => later.kind === 'end')) report(place(step), `From "${step.id}" no way leads to an end.`, 'Lead one of its ways to a step that ends the exercise.');
  }
}

function checkOne(step: Step, steps: readonly Step[], place: (step: Step, key?: string) => Place, report: Report): void {
  const saved = steps.flatMap((other) => ('save' in other && other.save !== null ? [other.save] : []));
  for (const [, name = ''] of step.text.matchAll(/\{([^{}]*)\}/g)) {
    if (step.kind === 'say' || step.kind === 'end') report(place(step, step.kind), `"{${name}}" is not filled in here.`, 'Use it in a step of the kind "show".');
    else if (!saved.includes(name)) report(place(step, step.kind), `"{${name}}" is saved by no step.`, didYouMean(name, saved) || `Add "save: ${name}" to the step that asks for it.`);
  }
  if (step.kind === 'share') {
    const written = steps.slice(0, steps.indexOf(step)).flatMap((other) => (other.kind === 'write' && other.turn === step.turn && other.save !== null ? [other.save] : []));
    if (!written.includes(step.of)) report(place(step, 'of'), `"${step.of}" is written by no earlier step with "turn: ${step.turn}".`, didYouMean(step.of, written) || 'Share what the same person wrote just before.');
  }
  if (step.kind === 'choose' || step.kind === 'pick') {
    const list = step.kind === 'choose' ? step.choices : step.options;
    const again = list.find((entry, index) => list.findIndex((other) => other.id === entry.id) < index);
    if (again) report(place(step), `Two choices in "${step.id}" are called "${again.label}".`, 'Give them different labels.');
  }
  if (step.kind === 'pick' && step.atMost > step.options.length) report(place(step, 'at-most'), `"at-most" is ${step.atMost}, but there are only ${step.options.length} options.`, 'Make it smaller.');
  if (step.kind !== 'scale') return;
  if (step.from >= step.to) report(place(step, 'to'), `The scale goes from ${step.from} to ${step.to}.`, '"to" must be the larger number.');
  for (const { under } of step.below) {
    if (under <= step.from || under > step.to) report(place(step, 'below'), `"below: ${under}" does not lie on the scale from ${step.from} to ${step.to}.`, 'Use a number on the scale.');
  }
  if (step.after === null) return;
  const earlier = steps.slice(0, steps.indexOf(step)).find((other) => other.id === step.after);
  if (earlier?.kind !== 'scale' || earlier.from !== step.from || earlier.to !== step.to) {
    report(place(step, 'after'), `"after: ${step.after}" must be the id of an earlier scale with the same numbers.`, didYouMean(step.after, steps.flatMap((other) => (other.kind === 'scale' ? [other.id] : []))) || 'Check the id, "from" and "to".');
  }
}

/** Where a person's own choice or number leads. */
export function goesOf(step: Step): readonly string[] {
  if (step.kind === 'choose') return step.choices.map((choice) => choice.go);
  return step.kind === 'scale' ? step.below.map((bound) => bound.go) : [];
}

function reachable(first: Step | undefined, find: (id: string | null) => Step | undefined): Set<Step> {
  const reached = new Set<Step>();
  const waiting = first ? [first] : [];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    const onward = step.kind === 'choose' && !step.skip ? goesOf(step) : [step.next, ...goesOf(step)];
    waiting.push(...onward.flatMap((id) => find(id) ?? []));
  }
  return reached;
}

/** One step of every circle that `next` alone makes. */
function inCircle(steps: readonly Step[], find: (id: string | null) => Step | undefined): readonly Step[] {
  const found: Step[] = [];
  const done = new Set<Step>();
  for (const first of steps) {
    const trail = new Set<Step>();
    let step: Step | undefined = first;
    while (step && !done.has(step) && !trail.has(step)) { trail.add(step); step = find(step.next); }
    if (step && trail.has(step)) found.push([...trail].at(-1) ?? step);
    for (const each of trail) done.add(each);
  }
  return found;
}
