import type { INestApplicationContext } from '@nestjs/common';
import type { ListedOrder } from '@toonbank/orders/contract';
import { OrdersService } from '@toonbank/orders/server';
import { type Scope, systemScope } from '@toonbank/platform/db';
import { euro, type Id, newId } from '@toonbank/primitives';
import { RefundSettings, RefundsService } from '@toonbank/refunds/server';

/** So many of each kind are given back in part. */
const some = 2;

/**
 * Gives back a part of the latest paid orders: by the bank, and where it is a task for a person. One
 * waits for a second person, so that something waits whatever was sold.
 */
export async function giveBack(app: INestApplicationContext, agencyId: Id): Promise<number> {
  const scope: Scope = systemScope(agencyId, 'demo');
  const query = { environment: 'production', status: 'COMPLETED', limit: 100 } as const;
  const { items } = await app.get(OrdersService, { strict: false }).list(scope, query);
  const kinds = Map.groupBy(items, ({ paymentBrand }) => kindOf(paymentBrand));
  const chosen = [...kinds.values()].flatMap((orders) => orders.slice(0, some));
  const refunds = app.get(RefundsService, { strict: false });
  for (const order of chosen) {
    const body = { amount: euro(halfOf(order)), description: `Retour ${order.merchantOrderId}` };
    await refunds.request(scope, { orderId: order.id, key: newId(), body });
  }
  await letOneWait(app, scope, items);
  return chosen.length + 1;
}

/** For a moment every amount wants a second person. */
async function letOneWait(
  app: INestApplicationContext,
  scope: Scope,
  orders: readonly ListedOrder[],
): Promise<void> {
  const order = orders.findLast(({ paymentBrand }) => kindOf(paymentBrand) === 'bank');
  if (!order) return;
  const settings = app.get(RefundSettings, { strict: false });
  const usual = await settings.get(scope);
  await settings.change(scope, { approvalFrom: euro(0) });
  const body = { description: `Retour ${order.merchantOrderId}` };
  const asked = { orderId: order.id, key: newId(), body };
  await app.get(RefundsService, { strict: false }).request(scope, asked);
  await settings.change(scope, usual);
}

function kindOf(brand: string | null): string {
  return brand === 'PAYPAL' || brand === 'BANCONTACT' ? brand : 'bank';
}

function halfOf({ total }: ListedOrder): number {
  return Math.ceil(total.amount / 2);
}
