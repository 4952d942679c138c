import { describe, expect, it } from 'vitest';
import { destroyedKey } from './destroyed-key';

const pair = (key: string, token: string | null) => ({
  fingerprint: Buffer.from(key),
  tokenFingerprint: token === null ? null : Buffer.from(token),
});

describe('a pair that is entered where others were destroyed', () => {
  it.each([
    ['is new', pair('k3', 't3'), [pair('k2', 't2')], [pair('k1', 't1')], undefined],
    ['is one of them', pair('k1', 't1'), [pair('k2', 't2')], [pair('k1', 't1')], 'signingKey'],
    [
      'has the token of one',
      pair('k3', 't1'),
      [pair('k2', 't2')],
      [pair('k1', 't1')],
      'refreshToken',
    ],
    [
      'has a token that outlived one',
      pair('k3', 't1'),
      [pair('k2', 't1')],
      [pair('k1', 't1')],
      undefined,
    ],
    [
      'has a key that outlived one',
      pair('k1', 't3'),
      [pair('k1', 't2')],
      [pair('k1', 't1')],
      undefined,
    ],
    [
      'is one of before tokens were told apart',
      pair('k1', 't1'),
      [],
      [pair('k1', null)],
      'signingKey',
    ],
    ['is the first after the last one went', pair('k2', 't2'), [], [pair('k1', 't1')], undefined],
  ] as const)('%s', (_what, entered, kept, gone, field) => {
    expect(destroyedKey(entered, { kept, gone })).toBe(field);
  });
});
