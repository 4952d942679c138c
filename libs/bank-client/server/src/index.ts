export { BankBrands } from './bank-brands';
export { BankClient } from './bank-client';
export { BankClientModule } from './bank-client.module';
export { BankRefunds } from './bank-refunds';
export type {
  AnnounceOutcome,
  BankRefund,
  BrandStatus,
  PullOutcome,
  Refundable,
  RefreshOutcome,
  RefundOutcome,
  Told,
} from './outcomes';
export type { AskedRefund } from './refund-calls';
export { type RefreshToken, TokenSource } from './token-source';
