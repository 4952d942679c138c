import type { ListedKey } from '@toonbank/keys/contract';
import { newId } from '@toonbank/primitives';
import type { ListedWebshop } from '@toonbank/shop/contract';
import { describe, expect, it } from 'vitest';
import type { Known } from './attention';
import { figureOf } from './merchant-figures';

const now = new Date('2026-11-24T12:00:00Z');
const calendar = Array.from({ length: 14 }, (_, i) => `2026-11-${String(i + 11).padStart(2, '0')}`);
const [cheese, other] = [newId(), newId()];
const webshop = (merchantId: string) => ({ id: newId(), merchantId }) as ListedWebshop;
const key = ({ id: webshopId, merchantId }: ListedWebshop, expiresAt: string | null = null) =>
  ({ webshopId, merchantId, expiresAt }) as ListedKey;
const sold = ({ id: webshopId }: ListedWebshop, day: string, paid: number) => ({
  ...{ webshopId, day, status: 'COMPLETED' as const, orders: 1, paid },
});

function known(changes: Partial<Known>): Known {
  return { webshops: [], keys: [], looked: [], days: [], calendar, now, ...changes };
}

describe('the figures of a merchant', () => {
  it('tell what it sold, and judge by its own webshops alone', () => {
    const [mine, foreign] = [webshop(cheese), webshop(other)];
    const days = [sold(mine, '2026-11-24', 250), sold(foreign, '2026-11-24', 9_999)];
    const told = known({ webshops: [mine, foreign], keys: [key(mine)], days });
    const sales = { merchantId: cheese, lastPaidOn: '2026-11-20', paid: 1_250 };
    expect(figureOf(told, cheese, sales)).toEqual({
      ...{ merchantId: cheese, verdict: 'healthy', lastPaidOn: '2026-11-20', paid: 1_250 },
    });
    expect(figureOf(told, other, undefined)).toMatchObject({ verdict: 'not-live', paid: 0 });
  });

  it('give the verdict of the worst webshop', () => {
    const [well, ill] = [webshop(cheese), webshop(cheese)];
    const keys = [key(well), key(ill, '2026-12-01T00:00:00Z')];
    const verdict = (changes: Partial<Known>) =>
      figureOf(known({ webshops: [well, ill], ...changes }), cheese, undefined).verdict;
    expect(verdict({ keys })).toBe('key-expires');
    expect(verdict({ keys: [] })).toBe('not-live');
  });

  it('give no verdict on one without webshops', () => {
    expect(figureOf(known({}), cheese, undefined)).toEqual({
      ...{ merchantId: cheese, verdict: null, lastPaidOn: null, paid: 0 },
    });
  });
});
