import type { CreateOrder } from '@toonbank/orders/contract';
import { bankTime } from '@toonbank/smart-pay';

/** What goes to the bank: the shop's order in the bank's words. Holds shopper data; never stored. */
export type BankAnnouncement = Readonly<Record<string, unknown>>;

/** `returnUrl` is ours, not the shop's: the shopper comes back through Toonbank. */
export function bankAnnouncement(
  order: CreateOrder,
  returnUrl: string,
  now: Date,
): BankAnnouncement {
  const { amount, description, language, paymentBrand, paymentBrandForce } = order;
  return withoutAbsent({
    timestamp: bankTime(now),
    merchantOrderId: order.merchantOrderId,
    shopperBankstatementReference: order.bankStatementReference,
    description,
    amount: wire(amount),
    orderItems: order.items?.map((item) =>
      withoutAbsent({ ...item, amount: wire(item.amount), tax: item.tax && wire(item.tax) }),
    ),
    shippingDetail: order.shippingAddress,
    billingDetail: order.billingAddress,
    customerInformation: order.customer,
    language,
    merchantReturnURL: returnUrl,
    paymentBrand,
    paymentBrandForce,
    skipHppResultPage: order.skipResultPage,
  });
}

/** Names of the announced fields with the length of what stood in them: all that is kept of it. */
export function announcedFields(announcement: BankAnnouncement): Record<string, number> {
  const lengths: Record<string, number> = {};
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      lengths[path] = value.length;
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}.${key}` : key);
    } else {
      lengths[path] = [...String(value)].length;
    }
  };
  visit(announcement, '');
  return lengths;
}

/** The bank takes amounts as text of digits. */
function wire({ currency, amount }: { currency: string; amount: number }) {
  return { currency, amount: String(amount) };
}

function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
