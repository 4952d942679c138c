import type { AuditPage } from '@toonbank/audit/contract';
import type { Export, ExportLook, ExportPage } from '@toonbank/exports/contract';
import { newId, type ProblemDocument } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportStore } from './export-store';
import { ExportRoom, type Stall } from './exports.testing';

let room: ExportRoom;
let stall: Stall;
let staff: TestCaller;

beforeAll(async () => {
  room = await ExportRoom.open();
  const agency = await room.agency();
  stall = await room.stall(agency);
  staff = await room.staff(agency);
  await room.putOrders(stall, [
    { number: 'A-1', at: '2026-11-01T00:00:00+01:00' },
    { number: 'A-2', at: '2026-11-24T23:59:59+01:00' },
    { number: 'A-3', at: '2026-11-25T00:00:00+01:00' },
  ]);
});

afterAll(() => room.close());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as ProblemDocument).code,
];
const problemOf = (payload: string) => (JSON.parse(payload) as ProblemDocument).code;
const numbers = (text: string) => text.match(/\b[A-Z]-\d+\b/g) ?? [];
const list = async (caller: TestCaller, query = '') =>
  (await caller.get<ExportPage>(`/v1/exports${query}`)).body.items;

describe('an export', () => {
  it('waits, is made by the worker and then holds both its days, in Dutch time', async () => {
    const { status, body } = await room.ask(staff);
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'queued', rows: 0, total: null, file: null, about: null });
    const made = await room.made(staff, body.id);
    expect(made).toMatchObject({
      ...{ state: 'done', rows: 2, total: 2, trouble: null },
      file: { name: 'orders_2026-11-01_2026-11-24.csv', keptUntil: '2026-12-24T10:00:00.000Z' },
    });
    const { payload, headers } = await room.fetched(await room.link(staff, body.id));
    expect(numbers(payload)).toEqual(['A-1', 'A-2']);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(made.file!.bytes),
      'content-disposition': 'attachment; filename="orders_2026-11-01_2026-11-24.csv"',
      'cache-control': 'no-store',
    });
  });

  it('of the same period again holds the same bytes', async () => {
    expect(await room.bytes(staff)).toEqual(await room.bytes(staff));
  });

  it('of nothing is a file with a head and no rows', async () => {
    const text = await room.text(staff, { from: '2020-01-01', until: '2020-12-31' });
    expect(text).toMatch(/^order_id,.*\r\n$/);
    const lines = await room.text(staff, {
      until: '2026-11-01',
      from: '2026-11-01',
      kind: 'refunds',
      format: 'jsonl',
    });
    expect(lines).toBe('');
  });

  it('can be of a merchant, a shop or a webshop, and says its name', async () => {
    const agency = await room.agency();
    const here = await room.staff(agency);
    const first = await room.stall(agency, 'Kaas');
    const second = await room.webshop(first.scope, first.shopId);
    const other = await room.stall(agency, 'Brood');
    await room.putOrders(first, [{ number: 'K-1' }]);
    await room.putOrders(second, [{ number: 'K-2' }]);
    await room.putOrders(other, [{ number: 'B-1' }]);
    const of = async (place: object) => numbers(await room.text(here, place)).sort();
    expect(await of({})).toEqual(['B-1', 'K-1', 'K-2']);
    expect(await of({ merchantId: other.scope.merchantId })).toEqual(['B-1']);
    expect(await of({ shopId: first.shopId })).toEqual(['K-1', 'K-2']);
    expect(await of({ webshopId: second.scope.place.webshopId })).toEqual(['K-2']);
    expect(await of({ environment: 'sandbox' })).toEqual([]);
    const names = (await list(here)).map(({ about }) => about);
    expect(names.slice(0, 3)).toEqual([
      expect.stringMatching(/\.example$/),
      'Kaas winkel',
      'Brood',
    ]);
  });

  it.each([
    ['from after until', { from: '2026-11-02', until: '2026-11-01' }, 'export-period-backwards'],
    ['an end tomorrow', { until: '2026-11-25' }, 'export-period-future'],
    ['eleven years', { from: '2015-11-01' }, 'export-period-too-long'],
    ['bills of the sandbox', { kind: 'bills', environment: 'sandbox' }, 'export-bills-production'],
    ['a day that is none', { from: '2026-02-30' }, 'invalid'],
    ['a format that is none', { format: 'pdf' }, 'invalid'],
    ['two places at once', { merchantId: newId(), shopId: newId() }, 'invalid'],
  ])('with %s is refused, and nothing waits', async (_what, wrong, code) => {
    const before = (await list(staff)).length;
    expect(codeOf(await room.ask(staff, wrong as object))).toEqual([422, code]);
    expect(await list(staff)).toHaveLength(before);
  });

  it('of bills is of a merchant as a whole', async () => {
    const refused = await room.ask(staff, { kind: 'bills', shopId: stall.shopId });
    expect(codeOf(refused)).toEqual([422, 'export-bills-per-merchant']);
    expect(await room.text(staff, { kind: 'bills' })).toMatch(/^invoice_id,number,/);
  });

  it.each(['merchantId', 'shopId', 'webshopId'])('of an unknown %s is a 404', async (field) => {
    expect(codeOf(await room.ask(staff, { [field]: newId() }))).toEqual([404, 'not-found']);
  });

  it('is a person’s to ask for: of the roles that keep books', async () => {
    const agency = await room.agency();
    for (const [role, status] of [
      ...[
        ['owner', 202],
        ['admin', 202],
        ['finance', 202],
      ],
      ...[
        ['developer', 403],
        ['support', 403],
        ['viewer', 403],
      ],
    ] as const) {
      expect((await room.ask(await room.staff(agency, role as 'owner'))).status, String(role)).toBe(
        status,
      );
    }
  });

  it('is one of twenty that may wait', async () => {
    const idle = await ExportRoom.open({ works: false });
    const here = await idle.staff(await idle.agency());
    for (let asked = 0; asked < 20; asked++) expect((await idle.ask(here)).status).toBe(202);
    expect(codeOf(await idle.ask(here))).toEqual([409, 'export-too-many']);
    await idle.close();
  });

  it('is written down with who asked, stopped and fetched', async () => {
    const agency = await room.agency();
    const owner = await room.staff(agency, 'owner');
    const { body } = await room.ask(owner);
    await room.made(owner, body.id);
    await room.link(owner, body.id);
    const { body: log } = await owner.get<AuditPage>('/v1/audit');
    expect(log.items.map(({ act }) => act).slice(0, 2)).toEqual([
      'export.fetched',
      'export.requested',
    ]);
    expect(body.requestedBy).toContain('@agency.test');
  });
});

describe('a merchant', () => {
  it('makes and sees only their own', async () => {
    const agency = await room.agency();
    const own = await room.stall(agency, 'Eigen');
    const other = await room.stall(agency, 'Ander');
    await room.putOrders(own, [{ number: 'E-1' }]);
    await room.putOrders(other, [{ number: 'O-1' }]);
    const here = await room.staff(agency);
    const person = await room.merchant(own, 'viewer');
    expect(numbers(await room.text(person))).toEqual(['E-1']);
    const foreign = await room.ask(person, { merchantId: other.scope.merchantId });
    expect(codeOf(foreign)).toEqual([404, 'not-found']);
    expect(codeOf(await room.ask(person, { shopId: other.shopId }))).toEqual([404, 'not-found']);
    // What the agency made about them is the agency's.
    const { body } = await room.ask(here, { merchantId: own.scope.merchantId });
    expect((await person.get(`/v1/exports/${body.id}`)).status).toBe(404);
    expect((await person.post(`/v1/exports/${body.id}/cancel`)).status).toBe(404);
    expect(await list(person)).toHaveLength(1);
    const [theirs] = await list(person);
    expect(await list(await room.merchant(other))).toEqual([]);
    expect((await (await room.merchant(other)).post(`/v1/exports/${theirs!.id}/link`)).status).toBe(
      404,
    );
    expect((await list(here)).map(({ id }) => id)).toContain(theirs!.id);
  });
});

describe('a link', () => {
  async function done(): Promise<Export> {
    return room.made(staff, (await room.ask(staff)).body.id);
  }

  it('works once; looking at it uses nothing up', async () => {
    const path = await room.link(staff, (await done()).id);
    const token = new URL(path, 'http://x').searchParams.get('token')!;
    const look = () => staff.post<ExportLook>('/v1/export-file', { token });
    expect((await look()).body).toMatchObject({ agency: 'Bureau', kind: 'orders', rows: 2 });
    await room.fetched(path, 'HEAD');
    expect((await room.fetched(path)).statusCode).toBe(200);
    await expect.poll(async () => codeOf(await look())).toEqual([409, 'export-link-used']);
    const again = await room.fetched(path);
    expect([again.statusCode, problemOf(again.payload)]).toEqual([409, 'export-link-used']);
  });

  it('runs out after ten minutes', async () => {
    const path = await room.link(staff, (await done()).id);
    room.clock.advance({ minutes: 10 });
    const late = await room.fetched(path);
    expect([late.statusCode, problemOf(late.payload)]).toEqual([409, 'export-link-late']);
  });

  it('that was changed by one character opens nothing', async () => {
    const path = await room.link(staff, (await done()).id);
    for (const wrong of [
      `${path.slice(0, -1)}!`,
      path.slice(0, -1),
      path.replace(/.{3}$/, 'AAA'),
    ]) {
      const { statusCode, payload } = await room.fetched(wrong);
      expect([statusCode, problemOf(payload)]).toEqual([404, 'export-link-unknown']);
    }
  });

  it('is there only for one that is done', async () => {
    const idle = await ExportRoom.open({ works: false });
    const here = await idle.staff(await idle.agency());
    const { body } = await idle.ask(here);
    const refused = await here.post(`/v1/exports/${body.id}/link`);
    expect(codeOf(refused)).toEqual([409, 'export-not-done']);
    await idle.close();
  });
});

describe('one that is stopped', () => {
  it('before it begins is never made; a second time changes nothing', async () => {
    const idle = await ExportRoom.open({ works: false });
    const here = await idle.staff(await idle.agency());
    const { body } = await idle.ask(here);
    for (let times = 0; times < 2; times++) {
      const stopped = await here.post<Export>(`/v1/exports/${body.id}/cancel`);
      expect([stopped.status, stopped.body.state]).toEqual([200, 'cancelled']);
    }
    await idle.close();
  });

  it('after it ended is refused', async () => {
    const { body } = await room.ask(staff);
    await room.made(staff, body.id);
    const refused = await staff.post(`/v1/exports/${body.id}/cancel`);
    expect(codeOf(refused)).toEqual([409, 'export-ended']);
  });
});

describe('a file', () => {
  it('is removed after thirty days; what it was stays in the list', async () => {
    const agency = await room.agency();
    const before = await room.staff(agency);
    const { id } = await room.made(before, (await room.ask(before)).body.id);
    room.clock.advance({ hours: 30 * 24 - 0.1 });
    const here = await room.staff(agency);
    const path = await room.link(here, id);
    while ((await room.files.round()) > 0);
    expect((await here.get<Export>(`/v1/exports/${id}`)).body.file).not.toBeNull();
    room.clock.advance({ hours: 0.1 });
    while ((await room.files.round()) > 0);
    const { body } = await here.get<Export>(`/v1/exports/${id}`);
    expect(body).toMatchObject({ state: 'done', file: null });
    expect(codeOf(await here.post(`/v1/exports/${id}/link`))).toEqual([409, 'export-removed']);
    expect(problemOf((await room.fetched(path)).payload)).toBe('export-link-late');
    const store = room.app.get(ExportStore, { strict: false });
    expect(await store.open(`${agency.agencyId}/2026/11/${id}-1.csv`)).toBeUndefined();
  });
});
