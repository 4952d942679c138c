export { BankClient } from './bank-client';
export { BankClientModule } from './bank-client.module';
export type { AnnounceOutcome, PullOutcome, RefreshOutcome } from './outcomes';
export { type RefreshToken, TokenSource } from './token-source';
