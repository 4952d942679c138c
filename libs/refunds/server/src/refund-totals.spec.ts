import { type Scope, Work } from '@toonbank/platform/db';
import { RefundFilter, RefundStatus } from '@toonbank/refunds/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RefundRoom, type Selling } from './refunds.testing';

let room: RefundRoom;
let shop: Selling;

beforeAll(async () => {
  room = await RefundRoom.open();
  shop = await room.selling();
});

afterAll(() => room.close());

const columns: Readonly<Record<keyof RefundFilter, string | undefined>> = {
  ...{ environment: 'environment', merchantId: 'merchant_id', webshopId: 'webshop_id' },
  ...{ status: 'status', route: 'route', from: 'requested_at', until: 'requested_at' },
  // An order has a handful of refunds, found by an index of their own.
  orderId: undefined,
};
const narrowed = RefundFilter.keyof().options.flatMap((field) => columns[field] ?? []);
const read = <Row extends object>(scope: Scope, sql: string, parameters: unknown[]) =>
  room.api.app.get(Work).read(scope, async (tx) => {
    // An empty table is read faster without any index.
    await tx.sql('set local enable_seqscan = off');
    await tx.sql('set local enable_bitmapscan = off');
    return tx.sql<Row>(sql, parameters);
  });

it.each(narrowed)('totals are read from an index alone, also narrowed by %s', async (column) => {
  const { agencyId, actor, merchantId } = shop.scope;
  const text = `explain select route, status, count(*), sum(amount) from refund
    where agency_id = $1 and environment = 'production' and ${column} is not null
    group by route, status`;
  for (const scope of [
    { agencyId, actor },
    { agencyId, actor, merchantId },
  ]) {
    const plan = await read<{ 'QUERY PLAN': string }>(scope, text, [agencyId]);
    expect(plan.map((row) => row['QUERY PLAN']).join()).toContain('Index Only Scan using refund_');
  }
});

it.each(['refund_newest', 'refund_of_merchant'])('%s holds all that totals ask', async (index) => {
  const sql = 'select attname as name from pg_attribute where attrelid = $1::regclass';
  const held = await read<{ name: string }>(shop.scope, sql, [index]);
  const asked = [...narrowed, 'agency_id', 'amount'];
  expect(held.map(({ name }) => name)).toEqual(expect.arrayContaining(asked));
});

it.each(RefundStatus.options)(
  'the newest that are %s are found without the others',
  async (status) => {
    const { agencyId } = shop.scope;
    const text = `explain select id from refund
    where agency_id = $1 and environment = 'production' and status = $2
    order by requested_at desc, id desc limit 51`;
    const plan = await read<{ 'QUERY PLAN': string }>(shop.scope, text, [agencyId, status]);
    const usual = status === 'SUCCEEDED' ? 'refund_newest' : 'refund_by_state';
    const steps = plan.map((row) => row['QUERY PLAN']).join();
    expect(steps).toContain(`using ${usual} `);
    expect(steps).not.toContain('Sort');
  },
);
