/** Learns the larger half of danger into its cache: the other thread of `learn-beside.ts`. */
import { content } from './content.ts';
import { learnLetters } from './model.ts';

learnLetters(await content());
