/**
 * Mend's classifier, natural's Bayes and nlp.js behind one shape. Each library is loaded only when it is trained, so that its memory
 * can be told from that of the others. The rivals are set up as they recommend: natural drops its small words (with `keepStops` it
 * reads 58.0 instead of 68.2 in 100 on BANKING77 with ten sentences), nlp.js is asked through `classify`, without entities and sentiment.
 */
import type { Calibration } from '../../src/nlp/calibration.ts';
import type { LabelledRow } from '../../src/nlp/json-lines.ts';

/** The first intent that is in scope, and how sure the classifier is that the text is in scope: any scale, higher is surer. */
export interface Guess { readonly intent: string; readonly known: number }
export type Ask = (text: string) => Guess | Promise<Guess>;
export interface Contender {
  readonly name: string;
  /** Loads what training needs. */
  prepare(): Promise<(rows: readonly LabelledRow[]) => Promise<Ask>>;
}

const mend: Contender = {
  name: 'Mend',
  async prepare() {
    const { lessonsOf } = await import('../../src/nlp/benchmark.ts');
    const { calibrate, confidenceOf } = await import('../../src/nlp/calibration.ts');
    const { createEnglish } = await import('../../src/nlp/english.ts');
    const { createLook } = await import('../../src/nlp/look.ts');
    const { rehearseWithout } = await import('../../src/nlp/rehearsal.ts');
    const { hashOf, train } = await import('../../src/nlp/train.ts');
    const isEnglish = createEnglish();
    isEnglish('warm');
    return (rows) => {
      const lessons = lessonsOf(rows);
      const model = train(lessons);
      const look = createLook(model, isEnglish);
      // The product fits its confidence ahead of time, into a file; here it is fitted at the first question, from the same lessons.
      let calibration: Calibration | null = null;
      const fitted = (): Calibration => {
        const rehearsed = rehearseWithout(lessons, 3, isEnglish);
        return calibrate(hashOf(lessons), rehearsed, rehearsed);
      };
      return Promise.resolve((text) => {
        const looked = look(text);
        calibration ??= fitted();
        return { intent: looked.best[0]?.intent ?? '', known: confidenceOf(calibration, looked).known };
      });
    };
  },
};

const natural: Contender = {
  name: 'natural (Bayes)',
  async prepare() {
    const { default: BayesClassifier } = await import('natural/lib/natural/classifiers/bayes_classifier.js');
    return (rows) => {
      const classifier = new BayesClassifier();
      for (const { text, intent } of rows) classifier.addDocument(text, intent);
      classifier.train();
      return Promise.resolve((text) => {
        const found = classifier.getClassifications(text);
        const total = found.reduce((sum, { value }) => sum + value, 0);
        return { intent: found[0]?.label ?? '', known: (found[0]?.value ?? 0) / (total || 1) };
      });
    };
  },
};

const nlpjs: Contender = {
  name: 'nlp.js',
  async prepare() {
    const { Nlp, containerBootstrap, LangEn } = await import('./load-nlpjs.ts');
    return async (rows) => {
      const container = await containerBootstrap();
      container.use(Nlp);
      container.use(LangEn);
      const nlp = container.get('nlp');
      nlp.settings.autoSave = false;
      nlp.settings.log = false;
      nlp.settings.nlu = { ...nlp.settings.nlu, log: false };
      nlp.addLanguage('en');
      for (const { text, intent } of rows) nlp.addDocument('en', text, intent);
      await nlp.train();
      return async (text) => {
        const { classifications } = await nlp.classify('en', text);
        const first = classifications.find(({ intent }) => intent !== 'None');
        return { intent: first?.intent ?? '', known: classifications[0]?.intent === 'None' ? 0 : (first?.score ?? 0) };
      };
    };
  },
};

export const contenders: readonly Contender[] = [mend, natural, nlpjs];
