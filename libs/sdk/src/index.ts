export {
  AnswerError,
  ConnectionError,
  OrderUnknownError,
  ProblemError,
  SignatureError,
  TimeoutError,
  ToonbankError,
  UsageError,
} from './errors';
export {
  type Address,
  type CreatedOrder,
  type CreateOrder,
  type Customer,
  type Environment,
  isEnd,
  type Money,
  type Order,
  type OrderAnnouncement,
  type OrderCase,
  type OrderDetail,
  type OrderFinding,
  type OrderItem,
  type OrderStatus,
  type OrderTransaction,
  type ProblemDocument,
  type ProblemIssue,
  type TimelineEntry,
} from './orders';
export { type Fetch, type ToonbankOptions } from './settings';
export { type CallOptions, type CreateOrderOptions, Toonbank } from './toonbank';
export { type Returned, type ReturnStatus, type VerifiedReturn } from './verify-return';
export { version } from './version';
