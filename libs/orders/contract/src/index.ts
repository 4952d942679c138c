export { Address, CreateOrder, Customer, OrderItem } from './create-order';
export { orderStatusChanged, OrderStatusChanged } from './events';
export { endStatuses, OrderStatus } from './order-status';
export {
  AnnouncementState,
  CreatedOrder,
  Order,
  OrderAnnouncement,
  OrderCase,
  OrderChangesQuery,
  OrderDetail,
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
