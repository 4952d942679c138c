import type { OrderStatus } from '@toonbank/orders/contract';
import { describe, expect, it } from 'vitest';
import { healthOf, quietSince, type Seen } from './webshop-health';

const now = new Date('2026-11-25T12:00:00Z');
const calendar = Array.from({ length: 14 }, (_, index) => `2026-11-${String(12 + index)}`);
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

const sales = (from: number, until: number, status: OrderStatus = 'COMPLETED') =>
  calendar.slice(from, until).map((day) => ({ day, status, orders: 2, paid: 2500 }));

function seen(changes: Partial<Seen> = {}): Seen {
  return {
    ...{ days: sales(0, 14), calendar, hasKeys: true, looks: 0, now },
    keysExpireAt: null,
    ...changes,
  };
}

describe('the verdict on a webshop', () => {
  it.each([
    ['sells every day', {}, 'healthy'],
    ['has no keys', { hasKeys: false }, 'not-live'],
    ['has a key that expires in 59 days', { keysExpireAt: inDays(59) }, 'key-expires'],
    ['has a key that expires in 61 days', { keysExpireAt: inDays(61) }, 'healthy'],
    ['has a key that has expired', { keysExpireAt: inDays(-1) }, 'key-expires'],
    ['sold for twelve days and then nothing for two', { days: sales(0, 12) }, 'quiet'],
    ['sold yesterday', { days: sales(0, 13) }, 'healthy'],
    ['sells now and then', { days: sales(0, 5) }, 'healthy'],
    ['never sold', { days: [] }, 'healthy'],
    ['has an order that wants a look', { looks: 1 }, 'needs-look'],
    ['has many troubles: the worst is told', { looks: 1, keysExpireAt: inDays(1) }, 'key-expires'],
  ] as const)('that %s', (_what, changes, verdict) => {
    expect(healthOf(seen(changes)).verdict).toBe(verdict);
  });

  it('says since when it is quiet', () => {
    expect(quietSince(seen({ days: sales(0, 12) }))).toBe('2026-11-23');
    expect(quietSince(seen())).toBeUndefined();
  });

  it('counts what ended in seven days, and paid orders per day', () => {
    const days = [...sales(7, 14), ...sales(7, 9, 'EXPIRED'), ...sales(0, 7, 'CANCELLED')];
    const { succeeded, paidPerDay, lastPaidOn } = healthOf(seen({ days }));
    expect(succeeded).toBeCloseTo(14 / 18);
    expect(paidPerDay).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2]);
    expect(lastPaidOn).toBe('2026-11-25');
    expect(healthOf(seen({ days: sales(7, 14, 'IN_PROGRESS') })).succeeded).toBeNull();
  });
});
