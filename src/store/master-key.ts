/**
 * The one secret outside the databases: 32 random bytes as base64 in a file of its own, mode 0600.
 * During a rotation the new key lies beside it as `<file>.next` until every wrapped key is under it.
 */
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from './store-error.ts';

/** Where a rotation keeps the new key until it is done. */
export function nextKeyFile(file: string): string {
  return `${file}.next`;
}

export function readMasterKey(file: string): KeyObject {
  if (!existsSync(file)) throw new StoreError('key-file-missing', `${file}: the key file is missing, and without it nothing that is kept can be read: put it back, or set MEND_KEY_FILE to where it is.`);
  const bytes = Buffer.from(textOf(file), 'base64');
  if (bytes.length !== 32) throw new StoreError('key-file-bad', `${file}: this is not a key (32 bytes in base64 are expected): put the right file back.`);
  return createSecretKey(bytes);
}

/** Writes a new key, on the disk before it returns. Never over an existing file. */
export function makeMasterKey(file: string): KeyObject {
  const bytes = randomBytes(32);
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${bytes.toString('base64')}\n`);
    fsyncSync(handle);
    closeSync(handle);
    syncFolder(file);
  } catch (error) {
    throw new StoreError('key-file-bad', `${file}: the key file cannot be made: check its folder, or set MEND_KEY_FILE to another place.`, error);
  }
  return createSecretKey(bytes);
}

/** The rotation is done: the new key takes the place of the old one. */
export function adoptNextKey(file: string): void {
  renameSync(nextKeyFile(file), file);
  syncFolder(file);
}

export function dropNextKey(file: string): void {
  rmSync(nextKeyFile(file), { force: true });
}

/** A rename or a new name is durable only when its folder is. Windows cannot open folders and needs no such call. */
export function syncFolder(file: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreError('key-file-bad', `${file}: the key file cannot be read: check its owner and its mode.`, error);
  }
}
