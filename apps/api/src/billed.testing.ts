import { Client } from 'pg';
import type { BillingMonths, BillingRun, Fee } from '@toonbank/billing/contract';
import { BillingSetup } from '@toonbank/billing/server';
import type { Tenant, World } from './world.testing';

/** Last month, closed: with an invoice for each merchant. Their webshops were there before it. */
export async function closedMonth(world: World, { scope, owner, first, second }: Tenant) {
  const admin = new Client({ connectionString: world.config.databaseUrls.migrator });
  await admin.connect();
  const older = `update url_period set valid_from = valid_from - interval '70 days' where agency_id = $1`;
  await admin.query(older, [scope.agencyId]);
  await admin.end();
  const fee = { merchantId: null, from: '2020-01', until: null, month: 100, url: 0 };
  const { body: price } = await owner.post<Fee>('/v1/billing/fees', fee);
  const letterhead = {
    ...{ name: 'Kanarie', address: ['Kooi 1'], vatNumber: 'NL123456782B12' },
    ...{ kvkNumber: null, iban: null },
  };
  await owner.patch('/v1/billing/settings', { letterhead });
  for (const { merchantId } of [first, second]) {
    const billedTo = { name: 'Kanarie', address: ['Kooi 2'], vatNumber: null };
    // Not by a person: a merchant reads in its audit log who changed something of it.
    await world.app.get(BillingSetup).changeClient(scope, merchantId, { billedTo });
  }
  const { body: months } = await owner.get<BillingMonths>('/v1/billing/runs');
  const { month, total } = months.items[1]!;
  const path = `/v1/billing/runs/${month}/close`;
  const { body: run } = await owner.post<BillingRun>(path, { total });
  const bill = run.bills.find(({ merchantId }) => merchantId === first.merchantId)!;
  return { month, invoiceId: bill.invoiceId!, priceId: price.id };
}
