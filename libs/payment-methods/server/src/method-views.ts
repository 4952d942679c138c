import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import {
  brandOf,
  catalogue,
  type WebshopMethod,
  type WebshopMethods,
} from '@toonbank/payment-methods/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { ContractsRepository } from './contracts.repository';
import { driftOf, type Standing } from './drift';
import type { MethodContractEntity } from './method-contract.entity';
import type { WebshopBrandEntity } from './webshop-brand.entity';
import { type OwnedPlace, WebshopBrandsRepository } from './webshop-brands.repository';

/** A webshop in one environment, and whether the bank can be asked about it. */
export interface Known extends OwnedPlace {
  readonly hasKeys: boolean;
}

const untold: Standing & Pick<WebshopBrandEntity, 'wishBy'> = {
  ...{ wish: null, wishAt: null, wishBy: null, actual: null, actualAt: null },
};

/** What webshops have of methods, as it is told; in the caller's transaction. */
@Injectable()
export class MethodViews {
  constructor(
    private readonly brands: WebshopBrandsRepository,
    private readonly contracts: ContractsRepository,
    private readonly names: PeopleNames,
  ) {}

  /** All brands of the catalogue, then those that only this webshop has, by name. */
  async of(tx: Tx, known: Known): Promise<WebshopMethods> {
    const rows = await this.brands.brands(tx, known);
    const check = await this.brands.check(tx, known);
    const contracts = await this.contracts.ofMerchant(tx, known.merchantId);
    const names = await this.names.of(
      tx,
      rows.map(({ wishBy }) => wishBy),
    );
    const telling = { rows, contracts, names, toldAt: check?.toldAt ?? null };
    const { webshopId, merchantId, environment, hasKeys } = known;
    return {
      ...{ webshopId, merchantId, environment, hasKeys },
      askedAt: check?.askedAt?.toISOString() ?? null,
      toldAt: check?.toldAt?.toISOString() ?? null,
      nextAt: check?.nextAt?.toISOString() ?? null,
      trouble: check?.trouble ?? null,
      items: wordsOf(rows, contracts).map((brand) => methodOf(brand, telling)),
    };
  }
}

interface Telling {
  readonly rows: readonly WebshopBrandEntity[];
  readonly contracts: readonly MethodContractEntity[];
  readonly names: ReadonlyMap<Id, string>;
  readonly toldAt: Date | null;
}

function wordsOf(
  rows: readonly WebshopBrandEntity[],
  contracts: readonly MethodContractEntity[],
): string[] {
  const others = [...rows, ...contracts].map(({ brand }) => brand).toSorted();
  return [...new Set([...catalogue.map(({ brand }) => brand), ...others])];
}

function methodOf(brand: string, { rows, contracts, names, toldAt }: Telling): WebshopMethod {
  const row = rows.find((known) => known.brand === brand) ?? untold;
  const contract = contracts.find((known) => known.brand === brand);
  const { name, lane } = brandOf(brand);
  return {
    ...{ brand, name, lane, wish: row.wish, actual: row.actual },
    wishAt: row.wishAt?.toISOString() ?? null,
    wishBy: (row.wishBy && names.get(row.wishBy)) ?? null,
    actualSince: row.actualAt?.toISOString() ?? null,
    drift: driftOf(row, toldAt),
    contract: contract ? { id: contract.id, state: contract.state } : null,
  };
}
