import { cryptoTables } from '@toonbank/platform/crypto';
import { systemScope } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { outboxTables } from '@toonbank/platform/outbox';
import { newId } from '@toonbank/primitives';
import { PastDatabase } from '@toonbank/testing';
import { shopTables } from './tables';

/** A database as it was before a migration of this room. */
export function pastBefore(migration: { readonly name: string }): Promise<PastDatabase> {
  return PastDatabase.before(migration, [cryptoTables, mailTables, outboxTables, shopTables]);
}

/** An agency with a shop, as rows of that time. */
export async function pastAgency(past: PastDatabase) {
  const [agencyId, merchantId, shopId, counterId] = [newId(), newId(), newId(), newId()];
  const at = '2026-01-01T00:00:00Z';
  const own = { agency_id: agencyId, created_at: at, name: 'Bakker' };
  const ofMerchant = { ...own, merchant_id: merchantId };
  await past.into('agency', { ...own, webhook_key: 'key' });
  await past.into('merchant', { ...own, id: merchantId, name_search: 'bakker' });
  await past.into('shop', { ...ofMerchant, id: shopId });
  await past.into('point_of_sale', { ...ofMerchant, id: counterId, shop_id: shopId });
  const webshop = async (
    host: string,
    madeOn: string,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const id = newId();
    const place = { agency_id: agencyId, merchant_id: merchantId, point_of_sale_id: counterId };
    const created_at = `${madeOn}T09:00:00Z`;
    await past.into('webshop', { ...place, id, url: `https://${host}/`, created_at, ...more });
    return id;
  };
  return { scope: systemScope(agencyId, 'test'), merchantId, shopId, webshop };
}
