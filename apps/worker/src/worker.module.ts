import { type DynamicModule, Module } from '@nestjs/common';
import { AgencyModule } from '@toonbank/agency/server';
import { BillingWorkerModule } from '@toonbank/billing/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { AuditModule } from '@toonbank/audit/server';
import { ExportsWorkerModule, exportsTables } from '@toonbank/exports/server';
import { KeysWorkerModule } from '@toonbank/keys/server';
import { MerchantModule } from '@toonbank/merchant/server';
import { NotificationsWorkerModule, notificationsTables } from '@toonbank/notifications/server';
import { PaymentMethodsWorkerModule } from '@toonbank/payment-methods/server';
import type { Clock } from '@toonbank/platform/clock';
import { type Config, ConfigModule } from '@toonbank/platform/config';
import { CryptoModule } from '@toonbank/platform/crypto';
import { DbModule } from '@toonbank/platform/db';
import { LogModule } from '@toonbank/platform/log';
import { MailWorkerModule } from '@toonbank/platform/mail';
import { OutboxModule, RelayWorkerModule } from '@toonbank/platform/outbox';
import { QueueModule } from '@toonbank/platform/queue';
import { RefundsWorkerModule, refundsTables } from '@toonbank/refunds/server';
import { ShopModule } from '@toonbank/shop/server';
import { TasksWorkerModule, tasksTables } from '@toonbank/tasks/server';

/** What works: the rooms' processors, and the clock that sweeps. Any number of copies. */
@Module({})
export class WorkerModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config, clock),
        LogModule.forProcess('worker'),
        DbModule.with([exportsTables, notificationsTables, refundsTables, tasksTables]),
        CryptoModule,
        OutboxModule,
        QueueModule,
        MailWorkerModule,
        RelayWorkerModule,
        BankClientModule,
        AuditModule,
        AgencyModule,
        MerchantModule,
        ShopModule,
        KeysWorkerModule,
        NotificationsWorkerModule,
        PaymentMethodsWorkerModule,
        RefundsWorkerModule,
        TasksWorkerModule,
        BillingWorkerModule,
        ExportsWorkerModule,
      ],
    };
  }
}
