import { Injectable } from '@nestjs/common';
import { BankBrands, type BrandStatus } from '@toonbank/bank-client/server';
import { Clock } from '@toonbank/platform/clock';
import { type Tx, type WebshopScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { BrandsCheckEntity } from './brands-check.entity';
import { SeenActive } from './seen-active';
import { nextLookMs } from './look-pause';
import { WebshopBrandsRepository } from './webshop-brands.repository';

type Answer = Awaited<ReturnType<BankBrands['of']>>;

/** Asks the bank which brands a webshop has, and writes down what it told. */
@Injectable()
export class BrandLooks {
  constructor(
    private readonly work: Work,
    private readonly bank: BankBrands,
    private readonly brands: WebshopBrandsRepository,
    private readonly seen: SeenActive,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes nothing at the bank, so one that died on the way is simply made again. No transaction may
   * be open. Nobody else looks until `held`; an earlier moment that stands there afterwards is what a
   * person asked for meanwhile, and stays.
   */
  async look(scope: WebshopScope, held: Date): Promise<void> {
    failpoint('brands-call.before');
    const answer = await this.bank.of(scope);
    failpoint('brands-call.after');
    await this.work.run(scope, async (tx) => {
      const check = await this.brands.lockCheck(tx, scope.place);
      if (!check) return;
      if (answer.kind === 'told') await this.told(tx, scope, answer.told);
      const wished = check.nextAt && check.nextAt < held ? { nextAt: check.nextAt } : {};
      await this.brands.updateCheck(tx, scope.place, { ...this.after(check, answer), ...wished });
      failpoint('brands-call.put');
    });
  }

  /** All that the bank told, or nothing of it. */
  private async told(tx: Tx, scope: WebshopScope, told: readonly BrandStatus[]): Promise<void> {
    const at = this.clock.now();
    await this.brands.told({ tx, scope, at }, told);
    if (scope.place.environment === 'production') await this.seen.at(tx, scope, told);
  }

  private after(check: BrandsCheckEntity, { kind }: Answer): Partial<BrandsCheckEntity> {
    const now = this.clock.now();
    const tries = kind === 'told' ? 0 : check.tries + 1;
    return {
      ...{ tries, askedAt: now, trouble: kind === 'told' ? null : kind },
      ...(kind === 'told' && { toldAt: now }),
      nextAt: new Date(now.getTime() + nextLookMs(tries)),
    };
  }
}
