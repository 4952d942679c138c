import { Injectable } from '@nestjs/common';
import {
  brandOf,
  type MethodTariffs,
  type SetTariffs,
  type TariffEstimate,
  type TariffLine,
} from '@toonbank/payment-methods/contract';
import { dayOf } from '@toonbank/platform/clock';
import type { Scope, Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { FormGround } from './form-ground';
import { formProblems } from './form-problems';
import { type BrandSum, PaidByBrand } from './paid-by-brand';
import { costOf, faultOf, linesOn, versionOf } from './tariff-cost';
import { TariffsRepository } from './tariffs.repository';

const faults = { double: formProblems.doubleLine, 'whole-and-part': formProblems.wholeAndPart };
const monthMs = 30 * 24 * 3_600_000;

/** What methods cost a merchant, as somebody copied it, and what that makes of its last 30 days (S44). */
@Injectable()
export class Tariffs {
  constructor(
    private readonly ground: FormGround,
    private readonly tariffs: TariffsRepository,
    private readonly paid: PaidByBrand,
  ) {}

  get(scope: Scope, merchantId: Id): Promise<MethodTariffs> {
    return this.ground.read(scope, merchantId, (tx) => this.told(tx, merchantId));
  }

  /** The whole table anew, if nobody else changed it meanwhile. Safe to repeat. */
  set(scope: Scope, merchantId: Id, { lines, version }: SetTariffs): Promise<MethodTariffs> {
    const fault = faultOf(lines);
    if (fault) throw faults[fault]();
    return this.ground.write(scope, merchantId, async (tx) => {
      const current = versionOf(await this.tariffs.locked(tx, merchantId));
      if (current === versionOf(lines)) return this.told(tx, merchantId);
      if (current !== version) throw formProblems.tariffsChanged();
      await this.tariffs.replace(tx, merchantId, lines);
      const detail = { lines: lines.length };
      await this.ground.record(tx, merchantId, { act: 'method-tariffs.changed', detail });
      return this.told(tx, merchantId);
    });
  }

  private async told(tx: Tx, merchantId: Id): Promise<MethodTariffs> {
    const lines = await this.tariffs.lines(tx, merchantId);
    const now = this.ground.now();
    const sums = await this.paid.sums(tx, merchantId, new Date(now.getTime() - monthMs));
    const estimates = sums.map((sum) => estimateOf(sum, linesOn(lines, sum.brand, dayOf(now))));
    return { merchantId, lines, version: versionOf(lines), estimates };
  }
}

function estimateOf(sum: BrandSum, lines: readonly TariffLine[]): TariffEstimate {
  const { brand, orders, turnover } = sum;
  const cost = costOf(lines, sum);
  const euros = (amount: number) => ({ currency: 'EUR', amount }) as const;
  return {
    ...{ brand, name: brandOf(brand).name, orders, turnover: euros(turnover) },
    cost: cost === null ? null : euros(cost),
  };
}
