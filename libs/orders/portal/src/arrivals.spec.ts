import type { ListedOrder } from '@toonbank/orders/contract';
import { newId } from '@toonbank/primitives';
import { describe, expect, it } from 'vitest';
import { arrivalsOf } from './arrivals';
import type { OrderChoice } from './order-filters';

const webshopId = newId();

function order(changes: Partial<ListedOrder> = {}): ListedOrder {
  return {
    ...{ id: newId(), webshopId, merchantOrderId: 'K100', status: 'IN_PROGRESS' },
    ...{ needsLook: false, paymentBrand: null, createdAt: '2026-11-25T12:00:00.000Z' },
    total: { currency: 'EUR', amount: 1250 },
    ...changes,
  } as ListedOrder;
}

describe('a list of orders that is looked at', () => {
  it('counts what was made since, also when it was empty', () => {
    const shown = [order()];
    const later = order({ createdAt: '2026-11-25T12:00:01.000Z' });
    expect(arrivalsOf([later], shown, {})).toBe(1);
    expect(arrivalsOf([later], [], { webshop: webshopId })).toBe(1);
  });

  it('does not call an older order new because it changed, nor one that is shown', () => {
    const shown = [order()];
    const older = order({ createdAt: '2026-11-24T12:00:00.000Z', status: 'COMPLETED' });
    expect(arrivalsOf([older, shown[0]!], shown, {})).toBe(0);
  });

  it.each<[OrderChoice, boolean]>([
    [{ webshop: webshopId }, true],
    [{ webshop: newId() }, false],
    [{ status: 'IN_PROGRESS' }, true],
    [{ status: 'COMPLETED' }, false],
    [{ look: 'true' }, false],
    [{ brand: 'IDEAL' }, false],
    [{ amount: '1250' }, true],
    [{ amount: '1251' }, false],
    [{ order: 'k1' }, true],
    [{ order: 'k2' }, false],
    [{ from: '2026-11-25', until: '2026-11-25' }, true],
    [{ until: '2026-11-24' }, false],
    [{ from: '2026-11-26' }, false],
  ])('narrowed to %j, tells of the new order: %s', (choice, isTold) => {
    expect(arrivalsOf([order()], [], choice)).toBe(isTold ? 1 : 0);
  });
});
