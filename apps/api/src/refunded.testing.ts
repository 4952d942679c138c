import { type Id, newId } from '@toonbank/primitives';
import type { Refund } from '@toonbank/refunds/contract';
import { paid } from './paid.testing';
import type { Tenant, World } from './world.testing';

/** The order of the first stall, known here as paid, and a part of it that waits to be given back. */
export async function refundedPart(world: World, { first, owner }: Tenant): Promise<Id> {
  await paid(world, first, first.orderId);
  // Every amount wants a second person: something waits.
  await owner.put('/v1/refund-settings', { approvalFrom: { currency: 'EUR', amount: 0 } });
  const asking = owner.with({ 'idempotency-key': newId() });
  const body = { description: 'Kanarie', amount: { currency: 'EUR', amount: 100 } };
  return (await asking.post<Refund>(`/v1/orders/${first.orderId}/refunds`, body)).body.id;
}
