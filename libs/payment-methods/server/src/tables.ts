import { agencyTables } from '@toonbank/agency/server';
import type { RoomTables } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { BrandsCheckEntity } from './brands-check.entity';
import { MethodContractEntity } from './method-contract.entity';
import { MethodStepEntity } from './method-step.entity';
import { PaymentMethods1764000000650 } from './migrations/1764000000650-payment-methods';
import { PaypalBillinkTariffs1764000000660 } from './migrations/1764000000660-paypal-billink-tariffs';
import { ExclusionsEnd1764000000955 } from './migrations/1764000000955-exclusions-end';
import { WebshopBrandEntity } from './webshop-brand.entity';

export const paymentMethodsTables: RoomTables = {
  name: 'payment-methods',
  needs: [agencyTables, mailTables, outboxTables, shopTables],
  entities: [MethodContractEntity, MethodStepEntity, WebshopBrandEntity, BrandsCheckEntity],
  migrations: [
    PaymentMethods1764000000650,
    PaypalBillinkTariffs1764000000660,
    ExclusionsEnd1764000000955,
  ],
};
