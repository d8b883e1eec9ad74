/**
 * AES-256-GCM with what the bytes are for as associated data: a ciphertext moved to another row, field or person
 * does not open. Sealed form: 12 bytes of nonce, the ciphertext, 16 bytes of tag (NIST SP 800-38D, random nonces).
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync, type KeyObject } from 'node:crypto';
import { StoreError } from './store-error.ts';

export interface Cipher {
  /** `mark`: bytes that stand in the clear before it. */
  seal(key: KeyObject, purpose: string, plain: Uint8Array, mark?: Uint8Array): Buffer;
  /** Throws `unreadable` when the bytes were changed, moved, or belong to another key. */
  open(key: KeyObject, purpose: string, sealed: Uint8Array): Buffer;
}

export const nonceBytes = 12;
export const tagBytes = 16;

/** Random bytes are drawn in larger pieces: one system call a nonce would cost a fifth of the sealing. */
export function openCipher(): Cipher {
  const pool = Buffer.alloc(nonceBytes * 1024);
  let used = pool.length;
  const nonce = (): Buffer => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += nonceBytes;
    return pool.subarray(used - nonceBytes, used);
  };
  return {
    seal(key, purpose, plain, mark) {
      const iv = nonce();
      const gcm = createCipheriv('aes-256-gcm', key, iv);
      gcm.setAAD(Buffer.from(purpose));
      const body = gcm.update(plain);
      gcm.final();
      const sealed = Buffer.allocUnsafe((mark?.length ?? 0) + nonceBytes + body.length + tagBytes);
      let end = 0;
      for (const part of mark ? [mark, iv, body, gcm.getAuthTag()] : [iv, body, gcm.getAuthTag()]) {
        sealed.set(part, end);
        end += part.length;
      }
      return sealed;
    },
    open(key, purpose, sealed) {
      if (sealed.length < nonceBytes + tagBytes) throw unreadable(purpose);
      const gcm = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
      gcm.setAAD(Buffer.from(purpose));
      gcm.setAuthTag(sealed.subarray(sealed.length - tagBytes));
      const plain = gcm.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
      try {
        gcm.final();
      } catch (error) {
        throw unreadable(purpose, error);
      }
      return plain;
    },
  };
}

export function newKey(): { readonly bytes: Buffer; readonly key: KeyObject } {
  const bytes = randomFillSync(Buffer.alloc(32));
  return { bytes, key: createSecretKey(bytes) };
}

function unreadable(purpose: string, cause?: unknown): StoreError {
  const field = purpose.split(' ')[0] ?? purpose;
  return new StoreError('unreadable', `A stored ${field} does not open with its key: it was changed or moved. Restore a backup, or forget that person.`, cause);
}
