import type { INestApplicationContext } from '@nestjs/common';
import type { ListedOrder } from '@toonbank/orders/contract';
import { OrdersService } from '@toonbank/orders/server';
import { type Scope, systemScope } from '@toonbank/platform/db';
import { euro, type Id, newId } from '@toonbank/primitives';
import { RefundsService } from '@toonbank/refunds/server';

/** So many of each kind are given back in part. */
const some = 2;

/** Gives back a part of the latest paid orders: by the bank, and where it is a task for a person. */
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
  return chosen.length;
}

function kindOf(brand: string | null): string {
  return brand === 'PAYPAL' || brand === 'BANCONTACT' ? brand : 'bank';
}

function halfOf({ total }: ListedOrder): number {
  return Math.ceil(total.amount / 2);
}
