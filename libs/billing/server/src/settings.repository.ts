import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { BillingClientEntity } from './billing-client.entity';
import { BillingSettingsEntity } from './billing-settings.entity';

export type Settings = Omit<BillingSettingsEntity, 'agencyId'>;
export type Client = Omit<BillingClientEntity, 'agencyId'>;

const untouched: Settings = {
  ...{ countsPer: 'shop', proRata: 'months', bankVat: 'unknown', bankVatSource: null },
  ...{ termDays: 14, letterhead: null },
};

/** The only file that may name the tables `billing_settings` and `billing_client`. */
@Injectable()
export class SettingsRepository {
  async settings(tx: Tx): Promise<Settings> {
    return (await tx.from(BillingSettingsEntity, 's').getOne()) ?? untouched;
  }

  /**
   * Whoever changes what decides a bill, or closes a month, holds this until its transaction ends:
   * of two at once the second sees what the first has done.
   */
  async lock(tx: Tx): Promise<void> {
    const { agencyId } = tx.scope;
    await tx.sql('insert into billing_settings (agency_id) values ($1) on conflict do nothing', [
      agencyId,
    ]);
    await tx.sql('select 1 from billing_settings where agency_id = $1 for update', [agencyId]);
  }

  /** Call `lock` before it. */
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
