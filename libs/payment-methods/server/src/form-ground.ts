import { Injectable } from '@nestjs/common';
import { PeopleNames, personOf } from '@toonbank/access/server';
import { type Act, Audit } from '@toonbank/audit/server';
import { Merchants } from '@toonbank/merchant/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** What all forms about a merchant stand on: its transaction, who says it, when, and the record of it. */
@Injectable()
export class FormGround {
  constructor(
    private readonly work: Work,
    private readonly merchants: Merchants,
    private readonly people: PeopleNames,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws a 404 problem when the merchant is not inside the scope. */
  async read<T>(scope: Scope, merchantId: Id, look: (tx: Tx) => Promise<T>): Promise<T> {
    await this.merchants.get(scope, merchantId);
    return this.work.read(scope, look);
  }

  /** The same, in a transaction that writes. */
  async write<T>(scope: Scope, merchantId: Id, change: (tx: Tx) => Promise<T>): Promise<T> {
    await this.merchants.get(scope, merchantId);
    return this.work.run(scope, change);
  }

  now(): Date {
    return this.clock.now();
  }

  done(tx: Tx): { readonly at: Date; readonly by: Id | null } {
    return { at: this.clock.now(), by: personOf(tx) };
  }

  /** How people are called, by their ids. */
  async names(tx: Tx, ids: readonly (Id | null)[]): Promise<(id: Id | null) => string | null> {
    const names = await this.people.of(tx, ids);
    return (id) => (id && names.get(id)) ?? null;
  }

  record(tx: Tx, merchantId: Id, told: Pick<Act, 'act' | 'detail'>): Promise<void> {
    return this.audit.record(tx, {
      ...told,
      ...{ merchantId, subject: { kind: 'merchant', id: merchantId } },
    });
  }
}
