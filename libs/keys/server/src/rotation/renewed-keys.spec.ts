import { describe, expect, it } from 'vitest';
import { renewedKeys } from './renewed-keys';

const pair = (key: string, token: string | null) => ({
  fingerprint: Buffer.from(key),
  tokenFingerprint: token === null ? null : Buffer.from(token),
});

describe('what a renewal renews', () => {
  it.each([
    ['both keys', pair('k1', 't1'), pair('k2', 't2'), 'both'],
    ['the signing key alone', pair('k1', 't1'), pair('k2', 't1'), 'signing-key'],
    ['the refresh token alone', pair('k1', 't1'), pair('k1', 't2'), 'refresh-token'],
    ['a token beside one that was never compared', pair('k1', null), pair('k2', 't2'), 'both'],
  ] as const)('%s', (_what, old, fresh, renews) => {
    expect(renewedKeys(old, fresh)).toBe(renews);
  });
});
