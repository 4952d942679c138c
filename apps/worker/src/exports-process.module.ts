import { type DynamicModule, Module } from '@nestjs/common';
import { AgencyModule } from '@toonbank/agency/server';
import { AuditModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { ExportsMakingModule, exportsTables } from '@toonbank/exports/server';
import { KeysModule } from '@toonbank/keys/server';
import { MerchantModule } from '@toonbank/merchant/server';
import { OrdersModule } from '@toonbank/orders/server';
import { type Config, ConfigModule } from '@toonbank/platform/config';
import { CryptoModule } from '@toonbank/platform/crypto';
import { DbModule } from '@toonbank/platform/db';
import { LogModule } from '@toonbank/platform/log';
import { MailModule } from '@toonbank/platform/mail';
import { OutboxModule } from '@toonbank/platform/outbox';
import { QueueModule } from '@toonbank/platform/queue';
import { ShopModule } from '@toonbank/shop/server';

/** What makes exports, with connections of its own: millions of rows are in nobody's way. */
@Module({})
export class ExportsProcessModule {
  static with(config: Config): DynamicModule {
    return {
      module: ExportsProcessModule,
      imports: [
        ConfigModule.with(config),
        LogModule.forProcess('exports'),
        DbModule.with([exportsTables]),
        CryptoModule,
        OutboxModule,
        QueueModule,
        MailModule,
        BankClientModule,
        AuditModule,
        AgencyModule,
        MerchantModule,
        ShopModule,
        KeysModule,
        OrdersModule,
        ExportsMakingModule,
      ],
    };
  }
}
