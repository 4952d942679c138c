import { Injectable } from '@nestjs/common';
import { Merchants } from '@toonbank/merchant/server';
import type { Scope, Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { BillinkRepository } from './billink.repository';
import { formProblems } from './form-problems';
import { PayPalRepository } from './paypal.repository';

/** What must be there before a method is requested. */
@Injectable()
export class RequestRules {
  constructor(
    private readonly merchants: Merchants,
    private readonly paypal: PayPalRepository,
    private readonly billink: BillinkRepository,
  ) {}

  /** Throws a 404 problem when the merchant is not inside the scope. */
  async demandMerchant(scope: Scope, merchantId: Id): Promise<void> {
    await this.merchants.get(scope, merchantId);
  }

  /** PayPal needs its account (S36), Billink its form (S49): else a 409 problem. */
  async demandForms(tx: Tx, merchantId: Id, brand: string): Promise<void> {
    if (brand === 'PAYPAL' && !(await this.paypal.account(tx, merchantId))) {
      throw formProblems.noPayPalAccount();
    }
    if (brand === 'BILLINK' && !(await this.billink.form(tx, merchantId))) {
      throw formProblems.noBillinkForm();
    }
  }
}
