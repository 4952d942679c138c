export { Address, CreateOrder, Customer, OrderItem } from './create-order';
export { orderStatusChanged, OrderStatusChanged } from './events';
export { LastPaid, lastPaidPath, LastPaidQuery, PaidOrder } from './last-paid';
export {
  OrderCount,
  orderCountPath,
  OrderDay,
  OrderTotals,
  orderTotalsPath,
  OrderTotalsQuery,
} from './order-figures';
export { endStatuses, OrderStatus } from './order-status';
export { PaidSoFar, PaidToday, paidTodayPath, PaidTodayQuery } from './paid-today';
export {
  AnnouncementState,
  CreatedOrder,
  ListedOrder,
  Order,
  OrderAnnouncement,
  OrderCase,
  OrderChangesQuery,
  OrderDetail,
  OrderFilter,
  OrderFinding,
  OrderPage,
  OrderParams,
  OrderQuery,
  ordersPath,
  OrderTransaction,
  TimelineEntry,
  webshopOrdersPath,
  WebshopParams,
} from './orders';
