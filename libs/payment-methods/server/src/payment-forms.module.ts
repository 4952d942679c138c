import { Module } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import { BillinkSetup } from './billink-setup';
import { BillinkRepository } from './billink.repository';
import { ExcludedGroups } from './excluded-groups';
import { ExcludedGroupsRepository } from './excluded-groups.repository';
import { FormGround } from './form-ground';
import { MethodWaits } from './method-waits';
import { PayPalSetup } from './paypal-setup';
import { PayPalRepository } from './paypal.repository';
import { Tariffs } from './tariffs';
import { TariffsRepository } from './tariffs.repository';

/**
 * What PayPal and Billink need of merchants, and what methods cost. Needs a `PaidByBrand` from the room
 * that keeps orders.
 */
@Module({
  providers: [
    BillinkRepository,
    BillinkSetup,
    ExcludedGroups,
    ExcludedGroupsRepository,
    FormGround,
    MethodWaits,
    PayPalRepository,
    PayPalSetup,
    PeopleNames,
    Tariffs,
    TariffsRepository,
  ],
  exports: [BillinkSetup, ExcludedGroups, PayPalSetup, Tariffs],
})
export class PaymentFormsModule {}
