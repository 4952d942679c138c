import { Global, Module } from '@nestjs/common';
import { Egress } from '@toonbank/platform/egress';
import { AccessTokens } from './access-tokens';
import { BankCalls } from './bank-calls';
import { BankClient } from './bank-client';

/** The bank, for the rooms above. `TokenSource` comes from the room that keeps the keys. */
@Global()
@Module({ providers: [Egress, BankCalls, AccessTokens, BankClient], exports: [BankClient] })
export class BankClientModule {}
