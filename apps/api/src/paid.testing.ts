import { OrdersService, ResultsService } from '@toonbank/orders/server';
import { Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import type { Stall, World } from './world.testing';

/** Whatever sells. */
type Seller = Pick<Stall, 'merchantId' | 'webshop'>;

/** How an order ended at the bank. */
interface Ending {
  readonly orderId: Id;
  readonly orderStatus: 'COMPLETED' | 'CANCELLED';
}

/** An order of a stall that was paid at the bank becomes known as paid. */
export function paid(world: World, stall: Seller, orderId: Id): Promise<void> {
  return reported(world, stall, { orderId, orderStatus: 'COMPLETED' });
}

/** An order of a stall that was tried to be paid at the bank ends here in the way that is said. */
export async function reported(
  { app, bank }: World,
  stall: Seller,
  { orderId, orderStatus }: Ending,
): Promise<void> {
  const { scope, bank: twin } = stall.webshop;
  const { announcements, merchantOrderId, total } = await app
    .get(OrdersService, { strict: false })
    .get(scope, orderId);
  const omnikassaOrderId = announcements[0]!.omnikassaOrderId!;
  const payment = (await bank.payments()).find(({ orderId }) => orderId === omnikassaOrderId)!;
  const poiId = String(twin.poiId);
  const [at, cents, isPaid] = [new Date(), total.amount, orderStatus === 'COMPLETED'];
  const status = isPaid ? payment.status : 'CANCELLED';
  const transaction = {
    ...{ id: payment.id, paymentBrand: payment.brand, type: 'PAYMENT', status },
    ...{ amount: cents, confirmedAmount: isPaid ? cents : null, startedAt: at, updatedAt: at },
  };
  const result = {
    ...{ omnikassaOrderId, merchantOrderId, poiId, currency: 'EUR', orderStatus },
    ...{ paid: isPaid ? cents : 0, total: cents, transactions: [transaction] },
  };
  const page = { id: newId(), merchantId: stall.merchantId, ...scope.place, poiId };
  const results = app.get(ResultsService, { strict: false });
  await app.get(Work).run(scope, (tx) => results.apply(tx, { ...page, results: [result] }));
}
