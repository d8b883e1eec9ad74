/** Learns danger into its cache: the other thread of `learn-beside.ts`. */
import { content } from './content.ts';
import { learnDanger } from './model.ts';

learnDanger(await content());
