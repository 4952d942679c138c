import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { ChangeMerchant, CreateMerchant, Merchant } from '@toonbank/merchant/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import type { MerchantEntity } from './merchant.entity';
import { MerchantsRepository } from './merchants.repository';
import { searchable } from './searchable';
import { toWire } from './to-wire';

/** The companies that are paid. Each method opens its own `Work`. */
@Injectable()
export class Merchants {
  constructor(
    private readonly work: Work,
    private readonly merchants: MerchantsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async create(scope: Scope, merchant: CreateMerchant): Promise<Merchant> {
    const { agencyId } = scope;
    const { name } = merchant;
    const kvkNumber = merchant.kvkNumber ?? null;
    const createdAt = this.clock.now();
    const row: MerchantEntity = {
      agencyId,
      id: newId(),
      name,
      nameSearch: searchable(name),
      kvkNumber,
      createdAt,
    };
    await this.work.run(scope, async (tx) => {
      await this.merchants.insert(tx, row);
      await this.audit.record(tx, actOn('merchant.created', row.id));
    });
    return toWire(row);
  }

  /** Throws a 404 problem when the merchant is not inside the scope. */
  async get(scope: Scope, id: Id): Promise<Merchant> {
    const row = await this.work.read(scope, (tx) => this.merchants.find(tx, id));
    return toWire(found(row));
  }

  /** Changes what is given and leaves the rest. */
  change(scope: Scope, id: Id, change: ChangeMerchant): Promise<Merchant> {
    const fields = Object.keys(change).sort().join(' ');
    return this.work.run(scope, async (tx) => {
      const before = found(await this.merchants.find(tx, id));
      if (fields === '') return toWire(before);
      const { name } = change;
      await this.merchants.update(
        tx,
        id,
        name === undefined ? change : { ...change, nameSearch: searchable(name) },
      );
      await this.audit.record(tx, { ...actOn('merchant.changed', id), detail: { fields } });
      return toWire(found(await this.merchants.find(tx, id)));
    });
  }

  /** How merchants are called, in the caller's transaction; those outside the scope are left out. */
  names(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    return this.merchants.names(tx, ids);
  }

  /** Of all in the scope: a few thousand at most. In the caller's transaction. */
  allNames(tx: Tx): Promise<ReadonlyMap<Id, string>> {
    return this.merchants.allNames(tx);
  }
}

function actOn(act: 'merchant.created' | 'merchant.changed', id: Id) {
  return { act, merchantId: id, subject: { kind: 'merchant', id } } as const;
}

function found(row: MerchantEntity | null): MerchantEntity {
  if (!row) throw Problem.notFound('merchant');
  return row;
}
