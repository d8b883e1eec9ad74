/**
 * An exercise as a Mermaid flowchart, so that an author sees where every choice leads.
 * Syntax: https://mermaid.js.org/syntax/flowchart.html - texts are quoted, and the signs that mean something there are written as entities.
 */
import type { Flow, Step } from '../conversation/knowledge.ts';

const longest = 60;

/** Each step a box with its id and the beginning of its text; thick arrows are the person's own choices. */
export function graphOf(flow: Flow): string {
  const number = new Map(flow.steps.map((step, index) => [step.id, `s${index}`]));
  const to = (id: string): string => number.get(id) ?? id;
  const lines = ['flowchart TD', `  %% ${flow.id}: ${flow.title}`];
  for (const step of flow.steps) lines.push(`  ${to(step.id)}${box(step)}`);
  for (const step of flow.steps) for (const way of waysFrom(step)) lines.push(`  ${to(step.id)} ${way.own ? '==>' : '-->'}${way.label === '' ? '' : `|"${quoted(way.label)}"|`} ${to(way.go)}`);
  return `${lines.join('\n')}\n`;
}

interface Way { readonly go: string; readonly label: string; readonly own: boolean }

function waysFrom(step: Step): readonly Way[] {
  const onward = (label: string): Way[] => (step.next === null ? [] : [{ go: step.next, label, own: false }]);
  if (step.kind === 'choose') {
    const choices = step.choices.map((choice) => ({ go: choice.go, label: choice.label, own: true }));
    return step.skip ? [...choices, ...onward('skip')] : choices;
  }
  if (step.kind === 'scale') return [...step.below.map((bound) => ({ go: bound.go, label: `below ${bound.under}`, own: true })), ...onward('')];
  return onward('');
}

function box(step: Step): string {
  const text = step.text.replace(/\s+/g, ' ');
  const letters = Array.from(text);
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
  const label = `"${quoted(`${step.kind}: ${step.id}`)}<br/>${quoted(short)}"`;
  if (step.kind === 'end') return `([${label}])`;
  return step.kind === 'choose' || step.kind === 'scale' ? `{{${label}}}` : `[${label}]`;
}

function quoted(text: string): string {
  return text.replace(/[&"<>#{}|[\]]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
