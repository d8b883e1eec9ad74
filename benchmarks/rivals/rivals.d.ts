/** What is used of the rivals; they bring no types of their own. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(text: string, intent: string): void;
    train(): void;
    getClassifications(text: string): readonly { readonly label: string; readonly value: number }[];
  }
}

declare module '@nlpjs/basic' {
  interface NlpSettings { autoSave: boolean; log: boolean; nlu: object }
  interface NlpInstance {
    readonly settings: NlpSettings;
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    classify(language: string, text: string): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>;
  }
  interface NlpContainer { use(part: unknown): void; get(name: 'nlp'): NlpInstance }
  const basic: { readonly Nlp: unknown; readonly LangEn: unknown; containerBootstrap(): Promise<NlpContainer> };
  export default basic;
}
