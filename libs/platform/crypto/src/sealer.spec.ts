import { createSecretKey, randomBytes } from 'node:crypto';
import { newId } from '@toonbank/primitives';
import { describe, expect, it } from 'vitest';
import { CannotOpen } from './sealed';
import { type Binding, Sealer } from './sealer';

const agencyId = newId();
const key = () => ({ id: newId(), key: createSecretKey(randomBytes(32)) });
const first = key();
const sealer = new Sealer(agencyId, [first]);
const binding: Binding = {
  webshopId: newId(),
  environment: 'sandbox',
  field: 'signing-key',
  version: 1,
};
const secret = 'a signing key of the bank';
const sealed = sealer.seal(binding, secret);

describe('a sealed value', () => {
  it('opens for what it was sealed for', () => {
    expect(sealer.open(binding, sealed).toString()).toBe(secret);
  });

  it('holds nothing of the secret, and is never the same twice', () => {
    expect(sealed.includes(secret)).toBe(false);
    expect(sealer.seal(binding, secret).equals(sealed)).toBe(false);
  });

  it.each([
    ['another webshop', { webshopId: newId() }],
    ['the other environment', { environment: 'production' as const }],
    ['another field', { field: 'refresh-token' }],
    ['another version', { version: 2 }],
  ])('does not open for %s', (_where, change) => {
    expect(() => sealer.open({ ...binding, ...change }, sealed)).toThrow(CannotOpen);
  });

  it('does not open for another agency, even under the same data key', () => {
    const other = new Sealer(newId(), [first]);
    expect(() => other.open(binding, sealed)).toThrow(CannotOpen);
  });

  it('does not open when one byte of it was changed, wherever', () => {
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => sealer.open(binding, changed), `byte ${at}`).toThrow(CannotOpen);
    }
  });

  it('does not open once its data key is shredded', () => {
    expect(() => new Sealer(agencyId, [key()]).open(binding, sealed)).toThrow(CannotOpen);
    expect(() => new Sealer(agencyId, [])).toThrow(CannotOpen);
  });

  it('opens under an older data key while new values take the newest', () => {
    const both = new Sealer(agencyId, [first, key()]);
    expect(both.open(binding, sealed).toString()).toBe(secret);
    expect(() => sealer.open(binding, both.seal(binding, secret))).toThrow(CannotOpen);
  });
});
