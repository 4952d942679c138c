import { Module } from '@nestjs/common';
import { OwnersModule, PeopleNames } from '@toonbank/access/server';
import { ActiveBrands } from './active-brands';
import { BillinkRepository } from './billink.repository';
import { BrandLooks } from './brand-looks';
import { ContractRecords } from './contract-records';
import { ContractViews } from './contract-views';
import { Contracts } from './contracts';
import { ContractsRepository } from './contracts.repository';
import { MethodViews } from './method-views';
import { MethodWaits } from './method-waits';
import { PayPalRepository } from './paypal.repository';
import { ReminderPeople } from './reminder-people';
import { Reminders } from './reminders';
import { RequestRules } from './request-rules';
import { SeenActive } from './seen-active';
import { WebshopBrandsRepository } from './webshop-brands.repository';
import { ShopsBelow } from './shops-below';
import { WebshopMethods } from './webshop-methods';

/** Payment methods: requested by merchants, wanted by webshops, shown by the bank. */
@Module({
  imports: [OwnersModule],
  providers: [
    ActiveBrands,
    BillinkRepository,
    BrandLooks,
    ContractRecords,
    ContractsRepository,
    Contracts,
    ContractViews,
    MethodViews,
    MethodWaits,
    PayPalRepository,
    PeopleNames,
    ReminderPeople,
    Reminders,
    RequestRules,
    SeenActive,
    ShopsBelow,
    WebshopBrandsRepository,
    WebshopMethods,
  ],
  exports: [
    ActiveBrands,
    BrandLooks,
    Contracts,
    ContractsRepository,
    Reminders,
    WebshopBrandsRepository,
    WebshopMethods,
  ],
})
export class PaymentMethodsModule {}
