import { OrdersService, ResultsService } from '@toonbank/orders/server';
import { Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import type { Stall, World } from './world.testing';

/** An order of a stall that was paid at the bank becomes known as paid. */
export async function paid({ app, bank }: World, stall: Stall, orderId: Id): Promise<void> {
  const { scope, bank: twin } = stall.webshop;
  const { announcements, merchantOrderId, total } = await app
    .get(OrdersService, { strict: false })
    .get(scope, orderId);
  const omnikassaOrderId = announcements[0]!.omnikassaOrderId!;
  const payment = (await bank.payments()).find(({ orderId }) => orderId === omnikassaOrderId)!;
  const poiId = String(twin.poiId);
  const [at, cents] = [new Date(), total.amount];
  const transaction = {
    ...{ id: payment.id, paymentBrand: payment.brand, type: 'PAYMENT', status: payment.status },
    ...{ amount: cents, confirmedAmount: cents, startedAt: at, updatedAt: at },
  };
  const result = {
    ...{ omnikassaOrderId, merchantOrderId, poiId, currency: 'EUR', orderStatus: 'COMPLETED' },
    ...{ paid: cents, total: cents, transactions: [transaction] },
  };
  const page = { id: newId(), merchantId: stall.merchantId, ...scope.place, poiId };
  const results = app.get(ResultsService, { strict: false });
  await app.get(Work).run(scope, (tx) => results.apply(tx, { ...page, results: [result] }));
}
