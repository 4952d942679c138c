import type { Injector } from '@angular/core';
import type { LastPaid } from '@toonbank/keys/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { brandName } from './order-states';
import { OrdersApi } from './orders-api';

/** For the head of a webshop, a page of a room below. */
export async function lastPaidOf(
  injector: Injector,
  place: { readonly webshopId: Id; readonly environment: Environment },
): Promise<LastPaid | null> {
  const { order } = await injector.get(OrdersApi).lastPaid(place);
  if (!order) return null;
  const { id: orderId, paidAt: at, paid, total, paymentBrand } = order;
  const brand = paymentBrand === null ? null : brandName(paymentBrand);
  return { orderId, at, paid: (paid ?? total).amount, brand };
}
