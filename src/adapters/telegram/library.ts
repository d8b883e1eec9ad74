/**
 * The only place that loads grammY. It is taken by file path: its front door brings a framework for bots with sessions, menus and webhooks,
 * while only what calls the Bot API is wanted.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Grammy from 'grammy';

const load = createRequire(import.meta.url);
const inside = dirname(load.resolve('grammy'));

export const { Api } = load(join(inside, 'core', 'api.js')) as Pick<typeof Grammy, 'Api'>;
export const { GrammyError, HttpError } = load(join(inside, 'core', 'error.js')) as Pick<typeof Grammy, 'GrammyError' | 'HttpError'>;
export const { InputFile } = load(join(inside, 'types.js')) as Pick<typeof Grammy, 'InputFile'>;
