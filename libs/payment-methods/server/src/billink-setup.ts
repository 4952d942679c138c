import { Injectable } from '@nestjs/common';
import type { Billink, FillBillink } from '@toonbank/payment-methods/contract';
import type { Scope, Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { BillinkRepository } from './billink.repository';
import { FormGround } from './form-ground';
import { formProblems } from './form-problems';
import { vatNumberFault, vatNumberOf } from './vat-number';

/** What Billink gets to know of a merchant (S47, S49). */
@Injectable()
export class BillinkSetup {
  constructor(
    private readonly ground: FormGround,
    private readonly billink: BillinkRepository,
  ) {}

  get(scope: Scope, merchantId: Id): Promise<Billink> {
    return this.ground.read(scope, merchantId, (tx) => this.told(tx, merchantId));
  }

  /** Only what is right is kept; what is wrong is a problem at its field. */
  fill(scope: Scope, merchantId: Id, said: FillBillink): Promise<Billink> {
    const vatNumber = vatNumberOf(said.vatNumber);
    demandRight(said, vatNumber);
    return this.ground.write(scope, merchantId, async (tx) => {
      const { at: filledAt, by: filledBy } = this.ground.done(tx);
      const { goods, serviceEmail, servicePhone, serviceUrl } = said;
      const contact = { serviceEmail, servicePhone, serviceUrl };
      await this.billink.fill(tx, merchantId, {
        ...{ goods, vatNumber, ...contact, filledAt, filledBy },
      });
      await this.ground.record(tx, merchantId, { act: 'billink.filled' });
      return this.told(tx, merchantId);
    });
  }

  private async told(tx: Tx, merchantId: Id): Promise<Billink> {
    const row = await this.billink.form(tx, merchantId);
    if (!row) return { merchantId, form: null };
    const nameOf = await this.ground.names(tx, [row.filledBy]);
    // What is kept was said to be so: nothing else is taken.
    const said = { inNetherlands: true, dutchConsumers: true, noExcludedGoods: true };
    const form = {
      ...{ ...row, ...said, consent: true, filledAt: row.filledAt.toISOString() },
      filledBy: nameOf(row.filledBy),
    };
    return { merchantId, form };
  }
}

function demandRight(said: FillBillink, vatNumber: string): void {
  for (const path of ['inNetherlands', 'dutchConsumers', 'noExcludedGoods'] as const) {
    if (!said[path]) throw formProblems.notEligible(path);
  }
  const fault = vatNumberFault(vatNumber);
  if (fault) throw fault === 'form' ? formProblems.vatForm() : formProblems.vatDigit();
  const ways = [said.serviceEmail, said.servicePhone, said.serviceUrl].filter(Boolean);
  if (ways.length < 2) throw formProblems.twoWays();
  if (!said.consent) throw formProblems.noConsent();
}
