import { AuditModule } from '@toonbank/audit/server';
import { Vault } from '@toonbank/platform/crypto';
import { Door, systemScope } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import { testApp, type TestApp } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Agencies } from './agencies';
import { AgencyModule } from './agency.module';
import { agencyTables } from './tables';
import { hashOfWebhookKey, newWebhookKey } from './webhook-key';

let test: TestApp;
let agencies: Agencies;
beforeAll(async () => {
  test = await testApp({ tables: [agencyTables], imports: [AuditModule, AgencyModule] });
  agencies = test.app.get(Agencies);
});
afterAll(() => test.close());

it('makes an agency with a data key and a webhook address that leads to it', async () => {
  const agency = await agencies.create('Bureau Noord');
  await agencies.create('Bureau Zuid');

  const key = /^http:\/\/localhost:4200\/in\/([\w-]{32})$/.exec(agency.webhookUrl ?? '')?.[1];
  const routes = await test.app
    .get(Door)
    .rows('select agency_id, webshop_id from webhook_route where key_hash = $1', [
      hashOfWebhookKey(key ?? ''),
    ]);
  expect(routes).toEqual([{ agency_id: agency.id, webshop_id: null }]);

  const sealer = await test.app.get(Vault).sealer(agency.id);
  const binding = { webshopId: newId(), environment: 'sandbox', field: 'x', version: 1 } as const;
  expect(sealer.open(binding, sealer.seal(binding, 'secret')).toString()).toBe('secret');
});

it('tells merchants the name of their agency, and its webhook address to staff only', async () => {
  const made = await agencies.create('Bureau Noord');
  const staff = systemScope(made.id, 'test');
  expect(await agencies.own(staff)).toEqual(made);
  expect(await agencies.own({ ...staff, merchantId: newId() })).toEqual({
    ...made,
    webhookUrl: null,
  });
});

it('does not know an agency that was never made', async () => {
  await expect(agencies.own(systemScope(newId(), 'test'))).rejects.toMatchObject({ status: 404 });
});

it('makes webhook keys that nobody can guess', () => {
  const keys = new Set(Array.from({ length: 1_000 }, newWebhookKey));
  expect(keys.size).toBe(1_000);
});
