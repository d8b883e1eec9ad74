/** Learns danger into its cache and says when that is done: the other thread of `learn-beside.ts`. */
import { workerData } from 'node:worker_threads';
import { createEnglish } from '../nlp/english.ts';
import { content } from './content.ts';
import { safetyFrom } from './model.ts';

const { done } = workerData as { readonly done: Int32Array };
try {
  safetyFrom(content(), createEnglish());
} finally {
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}
