import { describe, expect, it } from 'vitest';
import { readPairs, withoutLines } from './pasted-pairs';

const webshops = [
  { webshopId: '01a21877-617f-7683-85d5-429748674949', host: 'demo-een.example' },
  { webshopId: '01a21877-617f-7683-85d5-42974867494a', host: 'www.demo-twee.example' },
];
const [one, two] = webshops.map(({ webshopId }) => webshopId);
const signingKey = `${'a'.repeat(43)}=`;
const refreshToken = 'eyJh.eyJp.sig-_1';

describe('pasted pairs of keys', () => {
  it.each([
    ['tabs', `demo-een.example\t${signingKey}\t${refreshToken}`],
    ['semicolons, in another order', `${refreshToken};${signingKey};https://demo-een.example/`],
    ['commas and capitals', `Demo-Een.example, ${signingKey}, ${refreshToken}`],
  ])('are read with %s', (_with, line) => {
    expect(readPairs(line, webshops)).toEqual({
      pairs: [{ webshopId: one, signingKey, refreshToken, line: 1 }],
      lost: [],
    });
  });

  it('may hold the one key that is new', () => {
    const text = `www.demo-twee.example ${refreshToken}\n\nwww.demo-twee.example ${signingKey}\n`;
    expect(readPairs(text, webshops).pairs).toEqual([
      { webshopId: two, refreshToken, line: 1 },
      { webshopId: two, signingKey, line: 3 },
    ]);
  });

  it('are lost line by line, when the webshop is unknown or something is left over', () => {
    const lines = [
      `elders.example ${signingKey}`,
      'demo-een.example',
      `demo-een.example ${signingKey} half-a-token`,
      `demo-een.example ${signingKey}`,
    ];
    const { pairs, lost } = readPairs(lines.join('\n'), webshops);
    expect([pairs.length, lost]).toEqual([1, [1, 2, 3]]);
  });

  it('leave the field line by line, and those that stay are counted anew', () => {
    const elsewhere = `elders.example ${signingKey}`;
    const text = `demo-een.example ${signingKey}\r\n\n${elsewhere}\nwww.demo-twee.example ${signingKey}`;
    const { pairs, lost } = readPairs(text, webshops);
    expect([pairs.map(({ line }) => line), lost]).toEqual([[1, 4], [3]]);
    expect(withoutLines(text, new Set([1, 4]))).toBe(elsewhere);
    expect(readPairs(withoutLines(text, new Set([1, 4])), webshops).lost).toEqual([1]);
    expect(withoutLines(text, new Set([1, 3, 4]))).toBe('');
  });
});
