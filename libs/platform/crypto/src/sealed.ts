import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

/*
 * Stored form: 1 byte version, 16 bytes id of the data key, 12 bytes nonce, 16 bytes tag, ciphertext.
 * What the ciphertext belongs to is not stored but demanded again at opening (additional data), so
 * that a value moved to another tenant, webshop, environment, field or version fails to open.
 */
const version = 1;
const headLength = 1 + 16;
const nonceLength = 12;
const tagLength = 16;

const pool = Buffer.allocUnsafe(nonceLength * 512);
let poolUsed = pool.length;

/** Fresh random nonces, drawn in bulk: one system call per 512 of them. */
function nonce(): Buffer {
  if (poolUsed === pool.length) {
    randomFillSync(pool);
    poolUsed = 0;
  }
  poolUsed += nonceLength;
  return Buffer.from(pool.subarray(poolUsed - nonceLength, poolUsed));
}

/** A value that was not made for this place, was changed, or whose data key is gone. */
export class CannotOpen extends Error {
  constructor(reason: string) {
    super(`A sealed value did not open: ${reason}.`);
  }
}

/** A key with the 16 bytes by which sealed values name it. */
export interface NamedKey {
  readonly id: Buffer;
  readonly key: KeyObject;
}

export function sealBytes({ id, key }: NamedKey, belongsTo: string, plaintext: Buffer): Buffer {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(belongsTo));
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return Buffer.concat([Buffer.of(version), id, iv, cipher.getAuthTag(), ciphertext]);
}

/** The data key's id of a sealed value. Throws `CannotOpen` on anything that is no sealed value. */
export function keyIdOf(sealed: Buffer): Buffer {
  if (sealed.length < headLength + nonceLength + tagLength || sealed[0] !== version) {
    throw new CannotOpen('it has another form');
  }
  return sealed.subarray(1, headLength);
}

/** Throws `CannotOpen` when the value was sealed for another place, or changed. */
export function openBytes(key: KeyObject, belongsTo: string, sealed: Buffer): Buffer {
  const iv = sealed.subarray(headLength, headLength + nonceLength);
  const body = headLength + nonceLength + tagLength;
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(Buffer.from(belongsTo));
  decipher.setAuthTag(sealed.subarray(headLength + nonceLength, body));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
  } catch {
    throw new CannotOpen('it belongs elsewhere or was changed');
  }
}
