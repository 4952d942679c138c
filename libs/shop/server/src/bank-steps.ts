import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Tx, type WebshopScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { BankStep, WebshopEnvironment } from '@toonbank/shop/contract';
import { WebshopViews } from './webshop-views';
import { WebshopsRepository } from './webshops.repository';

const nothing = { addedAt: null, addedBy: null, signedAt: null, signedBy: null };

/**
 * What a person says is done at the bank (S10): the webshop is in the basket, the basket is signed.
 * Toonbank can't do or see it; it keeps who said so, and when.
 */
@Injectable()
export class BankSteps {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly views: WebshopViews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: who said it first stays. Signing comes after adding, else a 409 problem; taking
   * back the adding takes back the signing.
   */
  set(scope: WebshopScope, step: BankStep, done: boolean): Promise<WebshopEnvironment> {
    const { place, merchantId } = scope;
    return this.work.run(scope, async (tx) => {
      const before = await this.webshops.lockEnvironment(tx, place);
      if (!before) throw Problem.notFound('webshop');
      if (done && step === 'signed' && !before.addedAt) throw notAdded();
      const isDone = (step === 'added' ? before.addedAt : before.signedAt) !== null;
      if (isDone !== done) {
        await this.webshops.updateEnvironment(tx, place, this.columns(tx, step, done));
        await this.audit.record(tx, {
          act: done ? 'webshop.bank-step-done' : 'webshop.bank-step-undone',
          merchantId,
          subject: { kind: 'webshop', id: place.webshopId },
          detail: { environment: place.environment, step },
        });
      }
      return this.views.environment(tx, place);
    });
  }

  private columns(tx: Tx, step: BankStep, done: boolean) {
    const at = this.clock.now();
    const by = personOf(tx);
    if (step === 'added') return done ? { addedAt: at, addedBy: by } : nothing;
    return done ? { signedAt: at, signedBy: by } : { signedAt: null, signedBy: null };
  }
}

function notAdded(): Problem {
  return Problem.conflict(
    'bank-step-order',
    'This webshop is not added at the bank yet.',
    'Signing comes after adding. Say first that the webshop is added at the bank.',
  );
}
