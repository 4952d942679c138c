import { Global, Module } from '@nestjs/common';
import { Egress } from '@toonbank/platform/egress';
import { AccessTokens } from './access-tokens';
import { BankBrands } from './bank-brands';
import { BankCalls } from './bank-calls';
import { BankClient } from './bank-client';
import { BankRefunds } from './bank-refunds';
import { RefundCalls } from './refund-calls';

/** The bank, for the rooms above. `TokenSource` comes from the room that keeps the keys. */
@Global()
@Module({
  providers: [Egress, BankCalls, RefundCalls, AccessTokens, BankBrands, BankClient, BankRefunds],
  exports: [BankBrands, BankClient, BankRefunds],
})
export class BankClientModule {}
