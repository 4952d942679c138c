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
  it('sum up what all its webshops sold, and nothing of another merchant', () => {
    const [one, two, foreign] = [webshop(cheese), webshop(cheese), webshop(other)];
    const days = [
      ...[sold(one, '2026-10-30', 1_000), sold(two, '2026-11-20', 250)],
      ...[sold(foreign, '2026-11-24', 9_999)],
    ];
    const webshops = [one, two, foreign];
    expect(figureOf(known({ webshops, keys: webshops.map((w) => key(w)), days }), cheese)).toEqual({
      ...{ merchantId: cheese, verdict: 'healthy', lastPaidOn: '2026-11-20', paid: 1_250 },
    });
  });

  it('give the verdict of the worst webshop', () => {
    const [well, ill] = [webshop(cheese), webshop(cheese)];
    const keys = [key(well), key(ill, '2026-12-01T00:00:00Z')];
    expect(figureOf(known({ webshops: [well, ill], keys }), cheese).verdict).toBe('key-expires');
    expect(figureOf(known({ webshops: [well, ill], keys: [] }), cheese).verdict).toBe('not-live');
  });

  it('give no verdict on one without webshops', () => {
    expect(figureOf(known({}), cheese)).toEqual({
      ...{ merchantId: cheese, verdict: null, lastPaidOn: null, paid: 0 },
    });
  });
});
