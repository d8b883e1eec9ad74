/**
 * The only place that loads the parts of discord.js. `@discordjs/rest` is taken by file path: its front door for Node loads a second HTTP
 * client, which costs every start a fifth of a second and 20 MB. The same library's build for the web carries none; what carries its calls
 * is `request.ts`. Both parts come as CommonJS, so that what they share is loaded once.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Rest from '@discordjs/rest';
import type * as Gateway from '@discordjs/ws';

const load = createRequire(import.meta.url);

/** The build beside the front door, with the same names. */
export const { REST, DiscordAPIError, HTTPError, RateLimitError } = load(join(dirname(load.resolve('@discordjs/rest')), 'web.js')) as typeof Rest;
export const { SimpleShardingStrategy, WebSocketManager, WebSocketShard, WebSocketShardEvents, WebSocketShardStatus } = load('@discordjs/ws') as typeof Gateway;
