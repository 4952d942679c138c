import { Environment, Id, maxCents, Money, pageOf, PageQuery, Text } from '@toonbank/primitives';
import * as z from 'zod';
import { OrderStatus } from './order-status';

export const ordersPath = 'v1/orders';
export const webshopOrdersPath = 'v1/webshops/:webshopId/orders';

export const OrderParams = z.strictObject({ orderId: Id });
export type OrderParams = z.infer<typeof OrderParams>;

export const WebshopParams = z.strictObject({ webshopId: Id });
export type WebshopParams = z.infer<typeof WebshopParams>;

export const Order = z
  .object({
    id: Id,
    merchantId: Id,
    webshopId: Id,
    environment: Environment,
    merchantOrderId: z
      .string()
      .max(255)
      .describe("The shop's own order number. The bank allows repeats, so it is not unique."),
    status: OrderStatus,
    needsLook: z.boolean().describe('Something about this order wants a person'),
    total: Money,
    paid: Money.nullable().describe('What the bank says was paid; null until it says so'),
    paymentBrand: z
      .string()
      .nullable()
      .describe('With what the shopper tried to pay last; null until the bank says so'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof Order>;

/** An order in a list, with the names of where it was made. */
export const ListedOrder = Order.extend({
  host: z.string().describe('How people call the webshop: the host of its URL'),
  merchantName: z.string(),
}).meta({ id: 'ListedOrder' });
export type ListedOrder = z.infer<typeof ListedOrder>;

export const OrderPage = pageOf(ListedOrder).meta({ id: 'OrderPage' });
export type OrderPage = z.infer<typeof OrderPage>;

/** The answer to an announcement. */
export const CreatedOrder = Order.extend({
  redirectUrl: z
    .url()
    .nullable()
    .describe(
      'Send the shopper here. Null (202) while nobody knows whether the bank has the order',
    ),
}).meta({ id: 'CreatedOrder' });
export type CreatedOrder = z.infer<typeof CreatedOrder>;

/** What a list of orders can be narrowed to. */
export const OrderFilter = z.strictObject({
  environment: Environment.optional().describe(
    "People: production when absent. API keys: the key's own, another one is refused",
  ),
  merchantId: Id.optional(),
  webshopId: Id.optional(),
  status: OrderStatus.optional(),
  needsLook: z.stringbool().optional().describe('Something about it wants a person'),
  paymentBrand: Text.min(1).max(50).optional(),
  amount: z.coerce.number().int().min(1).max(maxCents).optional().describe('Exactly, in cents'),
  merchantOrderId: Text.max(255).optional().describe('Begins with, in any case'),
  from: z.iso.datetime({ offset: true }).optional().describe('Created at or after'),
  until: z.iso.datetime({ offset: true }).optional().describe('Created before'),
});

export type OrderFilter = z.infer<typeof OrderFilter>;

export const OrderQuery = OrderFilter.extend(PageQuery.shape);
export type OrderQuery = z.infer<typeof OrderQuery>;

/** Something the bank would cut, drop or not offer, found before it was sent. */
export const OrderFinding = z
  .object({
    path: z.string(),
    effect: z.enum(['cut', 'dropped', 'not-offered']),
    code: z.string(),
    limit: z.int().optional(),
  })
  .meta({ id: 'OrderFinding' });
export type OrderFinding = z.infer<typeof OrderFinding>;

export const AnnouncementState = z.enum(['announcing', 'announced', 'unknown', 'refused']);
export type AnnouncementState = z.infer<typeof AnnouncementState>;

export const OrderAnnouncement = z
  .object({
    id: Id,
    number: z.int().min(1),
    state: AnnouncementState,
    omnikassaOrderId: z.string().nullable().describe("The bank's number for this announcement"),
    endStatus: z.string().nullable().describe('What the bank said became of it'),
    refusal: z.object({ code: z.int(), text: z.string() }).nullable(),
    sentAt: z.iso.datetime(),
  })
  .meta({ id: 'OrderAnnouncement' });

export const OrderTransaction = z
  .object({
    id: z.string(),
    paymentBrand: z.string(),
    type: z.string(),
    status: z.string(),
    amount: Money,
    confirmedAmount: Money.nullable(),
    startedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'OrderTransaction' });

export const TimelineEntry = z
  .object({
    id: Id,
    at: z.iso.datetime(),
    kind: z.string(),
    by: z.enum(['shop', 'shopper', 'bank', 'toonbank', 'person']),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const OrderCase = z
  .object({
    id: Id,
    kind: z.string(),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'OrderCase' });

export const OrderDetail = ListedOrder.extend({
  pointOfSaleName: z.string().describe("Stands on the shopper's bank statement"),
  poiId: z.string().nullable().describe('Number of the webshop at the bank, as it is now'),
  findings: z.array(OrderFinding),
  announcements: z.array(OrderAnnouncement),
  transactions: z.array(OrderTransaction),
  cases: z.array(OrderCase),
  timeline: z.array(TimelineEntry),
}).meta({ id: 'OrderDetail' });
export type OrderDetail = z.infer<typeof OrderDetail>;

/** Live changes: the environment to follow, as with the list. */
export const OrderChangesQuery = z.strictObject({
  environment: Environment.optional(),
  merchantId: Id.optional(),
  webshopId: Id.optional(),
});
export type OrderChangesQuery = z.infer<typeof OrderChangesQuery>;
