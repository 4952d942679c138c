import { agencyTables } from '@toonbank/agency/server';
import { auditTables } from '@toonbank/audit/server';
import { merchantTables } from '@toonbank/merchant/server';
import type { RoomTables } from '@toonbank/platform/db';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { AgencyFeeEntity } from './agency-fee.entity';
import { BankPriceEntity } from './bank-price.entity';
import { BillingClientEntity } from './billing-client.entity';
import { BillingSettingsEntity } from './billing-settings.entity';
import { InvoiceLineEntity } from './invoice-line.entity';
import { InvoiceEntity } from './invoice.entity';
import { Billing1764000000900 } from './migrations/1764000000900-billing';
import { BillingWaits1764000000910 } from './migrations/1764000000910-billing-waits';
import { MonthsByADay1764000001060 } from './migrations/1764000001060-months-by-a-day';

export const billingTables: RoomTables = {
  name: 'billing',
  needs: [auditTables, agencyTables, merchantTables, outboxTables, shopTables],
  entities: [
    AgencyFeeEntity,
    BankPriceEntity,
    BillingClientEntity,
    BillingSettingsEntity,
    InvoiceEntity,
    InvoiceLineEntity,
  ],
  migrations: [Billing1764000000900, BillingWaits1764000000910, MonthsByADay1764000001060],
};
