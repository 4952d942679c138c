import { Global, Module } from '@nestjs/common';
import { systemScope, Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { testApp, type TestApp } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Audit } from './audit';
import { ActorNames } from './actor-names';
import { AuditHttpModule } from './audit.http.module';
import { AuditLog } from './audit-log';
import { auditTables } from './tables';

/** Addresses that a room above knows. */
const known = new Map<Id, string>();

@Global()
@Module({
  providers: [{ provide: ActorNames, useValue: { emailsOf: async () => known } }],
  exports: [ActorNames],
})
class RoomAbove {}

let test: TestApp;
let log: AuditLog;
let audit: Audit;
let work: Work;
beforeAll(async () => {
  test = await testApp({ tables: [auditTables], imports: [AuditHttpModule, RoomAbove] });
  audit = test.app.get(Audit);
  log = test.app.get(AuditLog);
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
  expect((await log.page(scope, query)).items).toEqual([]);

  await work.run(scope, (tx) => audit.record(tx, { ...act, detail: { count: 2 } }));
  expect((await log.page(scope, query)).items).toMatchObject([
    {
      act: 'thing.done',
      actor: { kind: 'system', id: null, name: 'test', email: null },
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
    (await log.page(scope, { ...query, merchantId: merchantOnly })).items.map((e) => e.act);
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
  const first = await log.page(scope, { limit: 2 });
  const second = await log.page(scope, { limit: 2, after: first.next! });
  expect([...first.items, ...second.items].map((e) => e.act)).toEqual([
    'a.three',
    'a.two',
    'a.one',
  ]);
  expect(second.next).toBeNull();
  const stranger = log.page(systemScope(newId(), 'test'), { limit: 2, after: first.next! });
  await expect(stranger).rejects.toMatchObject({ status: 422, code: 'cursor' });
});

it('says whose address a person has, as far as it is still known', async () => {
  const agency = systemScope(newId(), 'test');
  const [here, gone] = [newId(), newId()];
  known.set(here, 'ines@bureau.test');
  const subject = { kind: 'thing', id: newId() };
  for (const id of [gone, here]) {
    const scope = { ...agency, actor: { kind: 'person', id } as const };
    await work.run(scope, (tx) => audit.record(tx, { act: 'a.act', subject }));
  }
  const key = { ...agency, actor: { kind: 'api-key', id: here } as const };
  await work.run(key, (tx) => audit.record(tx, { act: 'b.act', subject }));
  const { items } = await log.page(agency, query);
  expect(items.map(({ actor }) => actor.email)).toEqual([null, 'ines@bureau.test', null]);
});

it('narrows to an act, a kind of acts, who did it and when', async () => {
  const agency = systemScope(newId(), 'test');
  const subject = { kind: 'thing', id: newId() };
  const person = newId();
  const acts = ['member.added', 'member.removed', 'members.counted', 'key.made'] as const;
  for (const act of acts) await work.run(agency, (tx) => audit.record(tx, { act, subject }));
  const scope = { ...agency, actor: { kind: 'person', id: person } as const };
  await work.run(scope, (tx) => audit.record(tx, { act: 'member.added', subject }));

  const found = async (filter: object) =>
    (await log.page(agency, { ...query, ...filter })).items.map((entry) => entry.act);
  expect(await found({ act: 'member' })).toEqual([
    'member.added',
    'member.removed',
    'member.added',
  ]);
  expect(await found({ act: 'key.made' })).toEqual(['key.made']);
  expect(await found({ actorId: person })).toEqual(['member.added']);
  const at = new Date(Date.now() + 60_000).toISOString();
  expect(await found({ from: at })).toEqual([]);
  expect(await found({ to: at })).toHaveLength(5);
});
