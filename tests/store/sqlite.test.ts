import { describe } from 'vitest';
import { storeContract } from './contract.ts';
import type { StoreOptions } from '../../src/store/sqlite.ts';
import { folder, storeIn, type Doc } from './sample.ts';

const routing: Pick<StoreOptions<Doc, Doc>, 'channelOf'> = { channelOf: () => ({ kind: 'discord-channel', id: 'c1' }) };

describe('the store in a file', () => {
  storeContract((now) => storeIn(folder(), { now, ...routing }));
});

describe('the store in memory', () => {
  storeContract((now) => storeIn(folder(), { now, file: ':memory:', ...routing }));
});

describe('the store without its cache', () => {
  storeContract((now) => storeIn(folder(), { now, cached: 0, ...routing }));
});
