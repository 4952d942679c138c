import { Injectable } from '@nestjs/common';
import {
  brandOf,
  type MethodTariffs,
  type TariffEstimate,
  type TariffLine,
} from '@toonbank/payment-methods/contract';
import { dayOf } from '@toonbank/platform/clock';
import type { Scope, Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { FormGround } from './form-ground';
import { formProblems } from './form-problems';
import { type BrandSum, PaidByBrand } from './paid-by-brand';
import { costOf, linesOn } from './tariff-cost';
import { TariffsRepository } from './tariffs.repository';

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

  /** The whole table anew, so safe to repeat. */
  set(scope: Scope, merchantId: Id, lines: readonly TariffLine[]): Promise<MethodTariffs> {
    const keys = lines.map(({ brand, part, validFrom }) => `${brand} ${part} ${validFrom}`);
    if (new Set(keys).size < keys.length) throw formProblems.doubleLine();
    return this.ground.write(scope, merchantId, async (tx) => {
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
    return { merchantId, lines, estimates };
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
