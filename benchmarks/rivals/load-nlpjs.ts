/** The parts of nlp.js that classify. They are CommonJS and load at once. */
import basic from '@nlpjs/basic';

export const { Nlp, LangEn, containerBootstrap } = basic;
