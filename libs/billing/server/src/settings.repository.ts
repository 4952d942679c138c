import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { BillingClientEntity } from './billing-client.entity';
import { BillingSettingsEntity } from './billing-settings.entity';

export type Settings = Omit<BillingSettingsEntity, 'agencyId'>;
export type Client = Omit<BillingClientEntity, 'agencyId'>;

const untouched: Settings = {
  ...{ countsPer: 'shop', proRata: 'months', bankVat: 'unknown', bankVatSource: null },
  ...{ termDays: 14, letterhead: null, toldUntil: null },
};

/** The only file that may name the tables `billing_settings` and `billing_client`. */
@Injectable()
export class SettingsRepository {
  async settings(tx: Tx): Promise<Settings> {
    return (await tx.from(BillingSettingsEntity, 's').getOne()) ?? untouched;
  }

  /**
   * Whoever changes what decides a bill, or closes a month, holds this until its transaction ends:
   * of two at once the second sees what the first has done. What can be closed is to be told anew.
   */
  async lock(tx: Tx): Promise<void> {
    const sql = `insert into billing_settings (agency_id) values ($1)
      on conflict (agency_id) do update set told_until = null`;
    await tx.sql(sql, [tx.scope.agencyId]);
  }

  /** The same lock for who changes nothing that decides a bill. Undefined when nothing was ever set. */
  async hold(tx: Tx): Promise<Pick<Settings, 'toldUntil'> | undefined> {
    const [row] = await tx.sql<{ told_until: string | null }>(
      'select told_until from billing_settings where agency_id = $1 for update',
      [tx.scope.agencyId],
    );
    return row && { toldUntil: row.told_until };
  }

  /** Call `lock` or `hold` before it. */
  async change(tx: Tx, change: Partial<Settings>): Promise<void> {
    await tx.update(BillingSettingsEntity).set(change).execute();
  }

  clients(tx: Tx): Promise<Client[]> {
    return tx.from(BillingClientEntity, 'c').getMany();
  }

  async client(tx: Tx, merchantId: Id): Promise<Client> {
    const found = await tx
      .from(BillingClientEntity, 'c')
      .andWhere('c.merchantId = :merchantId', { merchantId })
      .getOne();
    return found ?? { merchantId, ...newClient };
  }

  async changeClient(tx: Tx, merchantId: Id, change: Partial<Client>): Promise<void> {
    const sql = `insert into billing_client (agency_id, merchant_id) values ($1, $2)
      on conflict do nothing`;
    await tx.sql(sql, [tx.scope.agencyId, merchantId]);
    await tx
      .update(BillingClientEntity)
      .set(change)
      .andWhere('merchant_id = :merchantId', { merchantId })
      .execute();
  }
}

/** Of who was never asked. */
export const newClient: Omit<Client, 'merchantId'> = {
  ...{ payer: 'merchant', language: 'nl', billedTo: null },
};
