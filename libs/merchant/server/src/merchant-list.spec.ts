import type { Merchant, MerchantPage } from '@toonbank/merchant/contract';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import type { ProblemDocument } from '@toonbank/primitives';
import { TestClock, type TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MerchantRoom } from './merchants.testing';

/** A minute before midnight in the Netherlands. */
const clock = new TestClock(new Date('2026-11-24T22:59:00.000Z'));
let room: MerchantRoom;

beforeAll(async () => {
  room = await MerchantRoom.open(clock);
});

afterAll(() => room.test.close());

/** Merchants with what each was paid, made in this order; undefined: no orders at all. */
const sales: readonly [string, number | undefined][] = [
  ['Zeeman', 500],
  ['Bakker', undefined],
  ['Apotheek', 0],
  ['Slager', 9_000_000_000],
  ['Élan', 500],
  ['elan', 500],
  ['Molenaar', 12],
];
const downward = ['Slager', 'elan', 'Élan', 'Zeeman', 'Molenaar', 'Apotheek', 'Bakker'];
const upward = ['Apotheek', 'Bakker', 'Molenaar', 'elan', 'Élan', 'Zeeman', 'Slager'];

async function market() {
  const agency = await room.agency();
  const ids = new Map<string, string>();
  for (const [name, paid] of sales) {
    const { body } = await agency.staff.post<Merchant>('/v1/merchants', { name });
    ids.set(name, body.id);
    if (paid !== undefined) room.turnovers.paid.set(body.id, paid);
  }
  return { ...agency, ids };
}

/** Two are called the same to who sorts: the one that came first goes first. */
function ranked(names: readonly string[], ids: ReadonlyMap<string, string>): string[] {
  const same = ['elan', 'Élan'].toSorted((a, b) => (ids.get(a)! < ids.get(b)! ? -1 : 1));
  return names.map((name) => ({ elan: same[0]!, Élan: same[1]! })[name] ?? name);
}

async function page(staff: TestCaller, query: string): Promise<MerchantPage> {
  const { status, body } = await staff.get<MerchantPage>(`/v1/merchants?${query}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
}

/** Every page from the first to the last, as somebody turns them. */
async function walk(staff: TestCaller, query: string): Promise<string[][]> {
  const pages: string[][] = [];
  let after = '';
  do {
    const { items, next } = await page(staff, query + after);
    pages.push(items.map(({ name }) => name));
    after = next === null ? '' : `&after=${next}`;
  } while (after);
  return pages;
}

describe('merchants by turnover', () => {
  it.each([1, 2, 3, 7])('come whole in pages of %i, equals by name', async (limit) => {
    const { staff, ids } = await market();
    const turned = await walk(staff, `sort=turnover&limit=${limit}`);
    expect(turned.flat()).toEqual(ranked(downward, ids));
    expect(turned.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
  });

  it('go upwards when asked, equals by name all the same', async () => {
    const { staff, ids } = await market();
    const turned = await walk(staff, 'sort=turnover&order=asc&limit=2');
    expect(turned.flat()).toEqual(ranked(upward, ids));
  });

  it('are narrowed by name, too', async () => {
    const { staff, ids } = await market();
    const turned = await walk(staff, 'sort=turnover&search=L%C3%81&limit=1');
    expect(turned.flat()).toEqual(ranked(['Slager', 'elan', 'Élan'], ids));
  });

  it("hold nothing of another agency, and for a merchant's people itself alone", async () => {
    const { scope, staff, ids } = await market();
    const stranger = await market();
    const theirs = new Set(stranger.ids.values());
    const { items } = await page(staff, 'sort=turnover');
    expect(items.length).toBe(sales.length);
    expect(items.filter(({ id }) => theirs.has(id))).toEqual([]);
    const person = await room.merchantPerson(scope, ids.get('Molenaar')!);
    expect((await walk(person, 'sort=turnover&limit=1')).flat()).toEqual(['Molenaar']);
  });

  it('count the same days on every page, also past midnight', async () => {
    const { staff } = await market();
    const today = dayOf(clock.now());
    room.turnovers.asked.length = 0;
    const { next } = await page(staff, 'sort=turnover&limit=2');
    clock.advance({ minutes: 2 });
    await page(staff, `sort=turnover&limit=2&after=${next}`);
    await page(staff, 'sort=turnover&limit=2');
    expect(room.turnovers.asked).toEqual([today, today, dayAfter(today, 1)]);
  });

  it('refuse the cursor of another order, of another agency, and an order nobody knows', async () => {
    const { staff } = await market();
    const { next } = await page(staff, 'sort=turnover&limit=2');
    const { staff: stranger } = await market();
    const refused: [TestCaller, string, string][] = [
      [staff, `after=${next}`, 'after'],
      [staff, `sort=turnover&order=asc&after=${next}`, 'after'],
      [stranger, `sort=turnover&after=${next}`, 'after'],
      [staff, 'sort=health', 'sort'],
      [staff, 'sort=turnover&order=up', 'order'],
    ];
    for (const [who, query, path] of refused) {
      const answer = await who.get<ProblemDocument>(`/v1/merchants?${query}`);
      expect([query, answer.status, answer.body.path]).toEqual([query, 422, path]);
    }
  });
});

it('goes by name from the last to the first, page by page', async () => {
  const { staff } = await market();
  const forward = (await walk(staff, 'limit=2')).flat();
  expect(forward.length).toBe(sales.length);
  expect((await walk(staff, 'order=desc&limit=2')).flat()).toEqual(forward.toReversed());
});
