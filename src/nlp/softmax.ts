/**
 * Softmax regression (multinomial logistic regression) by stochastic gradient descent: one example at a time,
 * a step that shrinks evenly to nothing, a little decay of the weights. The order is shuffled by a fixed seed,
 * so the same examples always give the same weights.
 * See Bishop, "Pattern Recognition and Machine Learning" (2006), 4.3.4.
 */

/** A message as features and how much each weighs; squares add up to about one. */
export interface Example { readonly features: Int32Array; readonly values: Float32Array; readonly label: number }
export interface Weights { /** `features * labels`, feature by feature. */ readonly weights: Float32Array; readonly bias: Float32Array }

/** `decay`: how much a weight would lose in a round of steps of one, were it never learnt again. */
export interface Pace { readonly rounds: number; readonly step: number; readonly decay: number }
/** Chosen on the validation parts of public benchmarks: few examples need more rounds, many are learnt in four. */
export function usualPace(examples: number): Pace {
  return { rounds: Math.min(10, Math.max(4, Math.round(13_000 / examples))), step: 8, decay: 0.05 };
}

export function fitSoftmax(examples: readonly Example[], features: number, labels: number, pace: Pace = usualPace(examples.length)): Weights {
  const weights = new Float32Array(features * labels);
  const bias = new Float32Array(labels);
  const order = Int32Array.from(examples, (_, index) => index);
  const chance = seeded(1);
  const scores = new Float32Array(labels);
  const active = new Int32Array(labels);
  const steps = pace.rounds * examples.length;
  const decay = pace.decay / examples.length;
  let done = 0;
  /** The weights in truth are `weights * shrunk`: decaying all of them is then one multiplication. */
  let shrunk = 1;
  for (let round = 0; round < pace.rounds; round++) {
    shuffle(order, chance);
    for (const index of order) {
      const example = examples[index]!;
      const step = pace.step * (1 - done++ / steps);
      addScores(weights, labels, example, shrunk, bias, scores);
      toProbabilities(scores);
      for (let k = 0; k < labels; k++) scores[k]! -= doubt / labels;
      scores[example.label]! -= 1 - doubt;
      const count = notable(scores, active);
      shrunk *= 1 - step * decay;
      const { features: rows, values } = example;
      for (let a = 0; a < count; a++) bias[active[a]!]! -= step * biasShare * scores[a]!;
      for (let f = 0; f < rows.length; f++) {
        const from = rows[f]! * labels;
        const by = (step / shrunk) * values[f]!;
        for (let a = 0; a < count; a++) weights[from + active[a]!]! -= by * scores[a]!;
      }
    }
  }
  for (let i = 0; i < weights.length; i++) weights[i]! *= shrunk;
  return { weights, bias };
}
/** How much of each label is doubted and shared among all: sentences of neighbouring intents overlap (Szegedy et al., "Rethinking the inception architecture", 2016, 7). */
const doubt = 0.1;
/** How much the commonness of an intent itself is learnt. */
const biasShare = 0.1;

function addScores(weights: Float32Array, labels: number, { features, values }: Example, shrunk: number, bias: Float32Array, out: Float32Array): void {
  out.fill(0);
  let i = 0;
  for (; i + 3 < features.length; i += 4) {
    const a = features[i]! * labels, b = features[i + 1]! * labels, c = features[i + 2]! * labels, d = features[i + 3]! * labels;
    const p = values[i]!, q = values[i + 1]!, r = values[i + 2]!, s = values[i + 3]!;
    for (let k = 0; k < labels; k++) out[k]! += weights[a + k]! * p + weights[b + k]! * q + weights[c + k]! * r + weights[d + k]! * s;
  }
  for (; i < features.length; i++) {
    const a = features[i]! * labels;
    const p = values[i]!;
    for (let k = 0; k < labels; k++) out[k]! += weights[a + k]! * p;
  }
  for (let k = 0; k < labels; k++) out[k] = out[k]! * shrunk + bias[k]!;
}

/** Scores to probabilities, in place. */
export function toProbabilities(scores: Float32Array): void {
  let largest = -Infinity;
  for (const score of scores) largest = Math.max(largest, score);
  let total = 0;
  for (let k = 0; k < scores.length; k++) total += scores[k] = Math.exp(scores[k]! - largest);
  for (let k = 0; k < scores.length; k++) scores[k]! /= total;
}

/** Moves the errors worth learning from to the front of `errors` and names their labels; after a few rounds most labels have next to none. */
function notable(errors: Float32Array, labels: Int32Array): number {
  let count = 0;
  for (let k = 0; k < errors.length; k++) {
    const error = errors[k]!;
    if (error > notableError || error < -notableError) {
      labels[count] = k;
      errors[count++] = error;
    }
  }
  return count;
}

const notableError = 0.003;

function shuffle(order: Int32Array, chance: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

/** mulberry32 by Tommy Ettinger (public domain): small, good enough to shuffle, the same everywhere. 0 <= value < 1. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
