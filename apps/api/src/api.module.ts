import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AccessHttpModule } from '@toonbank/access/server';
import { AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { BillingHttpModule } from '@toonbank/billing/server';
import { CockpitHttpModule } from '@toonbank/cockpit/server';
import { ExportsHttpModule } from '@toonbank/exports/server';
import { KeysHttpModule } from '@toonbank/keys/server';
import { MerchantHttpModule } from '@toonbank/merchant/server';
import { NotificationsHttpModule } from '@toonbank/notifications/server';
import { OrdersHttpModule } from '@toonbank/orders/server';
import { PaymentMethodsHttpModule } from '@toonbank/payment-methods/server';
import type { Clock } from '@toonbank/platform/clock';
import { type Config, ConfigModule } from '@toonbank/platform/config';
import { CryptoModule } from '@toonbank/platform/crypto';
import { DbModule } from '@toonbank/platform/db';
import { HttpModule } from '@toonbank/platform/http';
import { LogModule } from '@toonbank/platform/log';
import { MailModule } from '@toonbank/platform/mail';
import { OutboxModule } from '@toonbank/platform/outbox';
import { QueueModule } from '@toonbank/platform/queue';
import { RefundsHttpModule } from '@toonbank/refunds/server';
import { ShopHttpModule } from '@toonbank/shop/server';
import { TasksHttpModule } from '@toonbank/tasks/server';
import { HealthController } from './health.controller';
import { tables } from './tables';

/** What listens: every room's doors on one ground. */
@Module({})
export class ApiModule {
  /** `more` runs in the same process: the demo works off its own orders. */
  static with(config: Config, clock?: Clock, more: readonly Type<unknown>[] = []): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.with(config, clock),
        LogModule.forProcess('api'),
        DbModule.with(tables),
        CryptoModule,
        OutboxModule,
        QueueModule,
        MailModule,
        HttpModule,
        BankClientModule,
        AuditHttpModule,
        AccessHttpModule,
        AgencyHttpModule,
        MerchantHttpModule,
        ShopHttpModule,
        KeysHttpModule,
        PaymentMethodsHttpModule,
        OrdersHttpModule,
        NotificationsHttpModule,
        RefundsHttpModule,
        BillingHttpModule,
        TasksHttpModule,
        ExportsHttpModule,
        CockpitHttpModule,
        ...more,
      ],
      controllers: [HealthController],
    };
  }
}
