import { OrdersService, ResultsService } from '@toonbank/orders/server';
import { Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import type { Refund } from '@toonbank/refunds/contract';
import type { Tenant, World } from './world.testing';

/** The order of the first stall, known here as paid, and a part of it that waits to be given back. */
export async function refundedPart({ app, bank }: World, { first, owner }: Tenant): Promise<Id> {
  const { scope, bank: twin } = first.webshop;
  const { announcements, merchantOrderId, total } = await app
    .get(OrdersService, { strict: false })
    .get(scope, first.orderId);
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
  const page = { id: newId(), merchantId: first.merchantId, ...scope.place, poiId };
  const results = app.get(ResultsService, { strict: false });
  await app.get(Work).run(scope, (tx) => results.apply(tx, { ...page, results: [result] }));
  // Every amount wants a second person: something waits.
  await owner.put('/v1/refund-settings', { approvalFrom: { currency: 'EUR', amount: 0 } });
  const asking = owner.with({ 'idempotency-key': newId() });
  const body = { description: 'Kanarie', amount: { currency: 'EUR', amount: 100 } };
  return (await asking.post<Refund>(`/v1/orders/${first.orderId}/refunds`, body)).body.id;
}
