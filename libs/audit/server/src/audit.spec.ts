import { systemScope, Work } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import { testApp, type TestApp } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Audit } from './audit';
import { AuditModule } from './audit.module';
import { auditTables } from './tables';

let test: TestApp;
let audit: Audit;
let work: Work;
beforeAll(async () => {
  test = await testApp({ tables: [auditTables], imports: [AuditModule] });
  audit = test.app.get(Audit);
  work = test.app.get(Work);
});
afterAll(() => test.close());

const query = { limit: 50 };

it('keeps an act only if what was done is kept', async () => {
  const scope = systemScope(newId(), 'test');
  const act = { act: 'thing.done', subject: { kind: 'thing', id: newId() } } as const;
  const failing = work.run(scope, async (tx) => {
    await audit.record(tx, act);
    throw new Error('the act itself failed');
  });
  await expect(failing).rejects.toThrow('the act itself failed');
  expect((await audit.page(scope, query)).items).toEqual([]);

  await work.run(scope, (tx) => audit.record(tx, { ...act, detail: { count: 2 } }));
  expect((await audit.page(scope, query)).items).toMatchObject([
    {
      act: 'thing.done',
      actor: { kind: 'system', id: null, name: 'test' },
      merchantId: null,
      detail: { count: 2 },
    },
  ]);
});

it('shows a merchant its own acts and no others, and another agency nothing', async () => {
  const agency = systemScope(newId(), 'test');
  const [merchantId, other] = [newId(), newId()];
  const person = { kind: 'person', id: newId() } as const;
  const subject = { kind: 'thing', id: newId() };
  await work.run(agency, async (tx) => {
    await audit.record(tx, { act: 'agency.act', subject });
    await audit.record(tx, { act: 'other.act', subject, merchantId: other });
    await audit.record(tx, { act: 'about.merchant', subject, merchantId });
  });
  const merchant = { ...agency, merchantId, actor: person };
  await work.run(merchant, (tx) => audit.record(tx, { act: 'by.merchant', subject }));

  const acts = async (scope: typeof agency, merchantOnly?: string) =>
    (await audit.page(scope, { ...query, merchantId: merchantOnly })).items.map((e) => e.act);
  expect(await acts(merchant)).toEqual(['by.merchant', 'about.merchant']);
  expect(await acts(merchant, other)).toEqual([]);
  expect(await acts(agency)).toHaveLength(4);
  expect(await acts(agency, other)).toEqual(['other.act']);
  expect(await acts(systemScope(newId(), 'test'))).toEqual([]);
});

it('can be added to and read, never changed', async () => {
  const scope = systemScope(newId(), 'test');
  for (const change of [`update audit_entry set act = 'x'`, 'delete from audit_entry']) {
    const tried = work.run(scope, (tx) => tx.sql(change));
    await expect(tried).rejects.toThrow('permission denied');
  }
});

it('gives every entry once, newest first, over pages; a cursor of another agency is refused', async () => {
  const scope = systemScope(newId(), 'test');
  const subject = { kind: 'thing', id: newId() };
  for (const act of ['a.one', 'a.two', 'a.three'] as const) {
    await work.run(scope, (tx) => audit.record(tx, { act, subject }));
  }
  const first = await audit.page(scope, { limit: 2 });
  const second = await audit.page(scope, { limit: 2, after: first.next! });
  expect([...first.items, ...second.items].map((e) => e.act)).toEqual([
    'a.three',
    'a.two',
    'a.one',
  ]);
  expect(second.next).toBeNull();
  const stranger = audit.page(systemScope(newId(), 'test'), { limit: 2, after: first.next! });
  await expect(stranger).rejects.toMatchObject({ status: 422, code: 'cursor' });
});
