import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/** A signing key, ready for use. Made once: a key object is several times faster than raw bytes. */
export interface SigningKey {
  readonly object: KeyObject;
}

/** A field of a signed message; null and absent stand for an empty text. */
export type Field = string | number | boolean | null | undefined;

const hex512 = /^[0-9a-f]{128}$/;

/**
 * The key from its base64 text, as the dashboard shows it: 32 bytes as a rule; the SDKs' old test
 * keys are shorter. Throws on text that is not base64.
 */
export function signingKey(base64: string): SigningKey {
  const bytes = Buffer.from(base64, 'base64');
  if (
    bytes.length === 0 ||
    bytes.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')
  )
    throw new Error('A signing key is base64.');
  return { object: createSecretKey(bytes) };
}

/** Fields joined by single commas: no spaces, no escaping, numbers and booleans as plain text. */
export function signedString(fields: readonly Field[]): string {
  return fields.map((field) => (field === null || field === undefined ? '' : String(field))).join();
}

/** HMAC-SHA-512 over the UTF-8 bytes, in lower-case hex. */
export function sign(key: SigningKey, text: string): string {
  return createHmac('sha512', key.object).update(text, 'utf8').digest('hex');
}

/** In constant time. Only 128 lower-case hex digits count as a signature, as with the bank's own SDKs. */
export function verify(key: SigningKey, text: string, signature: unknown): boolean {
  if (typeof signature !== 'string' || !hex512.test(signature)) return false;
  const expected = createHmac('sha512', key.object).update(text, 'utf8').digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
