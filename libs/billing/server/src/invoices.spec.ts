import type { AuditPage } from '@toonbank/audit/contract';
import type {
  BankPrices,
  BillingRun,
  Invoice,
  NextUrlPrice,
  Statement,
} from '@toonbank/billing/contract';
import { newId } from '@toonbank/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BillingRoom,
  close,
  firstInvoice,
  invoicesOf,
  letterhead,
  type TestAgency,
} from './billing.testing';
import { csvOf } from './paper/csv';

let room: BillingRoom;
beforeAll(async () => (room = await BillingRoom.open()));
afterAll(() => room.test.close());

async function invoiced() {
  const ready = await room.ready();
  await close(ready.staff);
  const invoice = await firstInvoice(ready.staff);
  return { ...ready, invoice, path: `/v1/invoices/${invoice.id}` };
}

/** Somebody of the agency who signs in now: sessions end while days pass. */
async function later(agency: TestAgency, moment: string) {
  room.at(moment);
  return agency.as('finance');
}

describe('an invoice', () => {
  it('is open, sent, overdue by the clock, and paid', async () => {
    const { agency, staff, path, invoice } = await invoiced();
    expect(invoice).toMatchObject({ state: 'open', issuedOn: '2026-11-03', dueOn: '2026-11-17' });
    expect((await staff.put(`${path}/sent`, { on: '2026-11-03' })).body).toMatchObject({
      state: 'sent',
    });
    const onTheDay = await later(agency, '2026-11-17T22:59:00Z');
    expect((await onTheDay.get(path)).body).toMatchObject({ state: 'sent' });
    const after = await later(agency, '2026-11-17T23:00:00Z');
    expect((await after.get(path)).body).toMatchObject({ state: 'overdue' });
    expect(await invoicesOf(after, '?state=overdue')).toHaveLength(1);
    const paid = await after.put(`${path}/payment`, { on: '2026-11-18' });
    expect(paid.body).toMatchObject({ state: 'paid', paidOn: '2026-11-18' });
    expect(await invoicesOf(after, '?state=overdue')).toEqual([]);
    const undone = await after.delete(`${path}/payment`);
    expect(undone.body).toMatchObject({ state: 'overdue', paidOn: null });
    expect((await after.delete(`${path}/payment`)).status).toBe(200);
  });

  it('is not paid on a day that can not be, nor after it was taken back', async () => {
    const { staff, path } = await invoiced();
    for (const on of ['2026-11-02', '2026-11-04']) {
      const answer = await staff.put(`${path}/payment`, { on });
      expect(answer).toMatchObject({ status: 422, body: { code: 'invoice-day', path: 'on' } });
    }
    await staff.post(`${path}/credit`, { reason: 'Fout' });
    const late = await staff.put(`${path}/payment`, { on: '2026-11-03' });
    expect(late).toMatchObject({ status: 409, body: { code: 'invoice-credited' } });
  });

  it('is nobody else’s to see', async () => {
    const { agency, path, shop } = await invoiced();
    const stranger = await (await room.agency()).as('owner');
    const neighbour = await agency.asMerchant((await agency.shop('Slager', 0)).merchantId);
    for (const caller of [stranger, neighbour]) {
      expect((await caller.get(path)).status).toBe(404);
      expect((await caller.get(`${path}/pdf`)).status).toBe(404);
      expect(await invoicesOf(caller)).toEqual([]);
      const statement = `/v1/merchants/${shop.merchantId}/statement?from=2026-01-01&until=2026-12-31`;
      expect((await caller.get(statement)).status).toBe(404);
    }
  });

  it('is printed, the same bytes each time', async () => {
    const { path, staff } = await invoiced();
    const cookies = Object.fromEntries(staff.cookies);
    const print = () => room.test.app.inject({ method: 'GET', url: `${path}/pdf`, cookies });
    const [one, two] = [await print(), await print()];
    expect(one.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="2026-0001.pdf"',
    });
    expect(one.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
  });

  it('lists page by page', async () => {
    const { staff } = await invoiced();
    await close(staff, '2026-09');
    const first = await staff.get<{ items: Invoice[]; next: string }>('/v1/invoices?limit=1');
    expect(first.body.items.map(({ number }) => number)).toEqual(['2026-0002']);
    const second = await staff.get<{ items: Invoice[] }>(
      `/v1/invoices?limit=1&after=${first.body.next}`,
    );
    expect(second.body.items.map(({ number }) => number)).toEqual(['2026-0001']);
    expect((await staff.get('/v1/invoices?after=made-up')).status).toBe(422);
  });
});

describe('a statement', () => {
  it('says what was to pay before, what came and went, and what is left', async () => {
    const { agency, shop, path } = await invoiced();
    const staff = await later(agency, '2026-12-02T10:00:00Z');
    await staff.put(`${path}/payment`, { on: '2026-11-20' });
    await close(staff, '2026-11');
    const url = `/v1/merchants/${shop.merchantId}/statement`;
    const days = '?from=2026-11-10&until=2026-12-31';
    const { body } = await staff.get<Statement>(url + days);
    expect(body).toMatchObject({ opening: 5653, closing: 5653, merchantName: 'Bakker' });
    expect(body.entries.map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
      ['payment', -5653, 0],
      ['invoice', 5653, 5653],
    ]);
    const merchant = await agency.asMerchant(shop.merchantId);
    expect((await merchant.get<Statement>(url + days)).body).toEqual(body);
    const cookies = Object.fromEntries(merchant.cookies);
    const csv = await room.test.app.inject({ method: 'GET', url: `${url}/csv${days}`, cookies });
    expect(csv.body).toBe(
      [
        'datum,soort,nummer,bedrag,saldo',
        '2026-11-20,Betaling,2026-0001,-56.53,0.00',
        '2026-12-02,Factuur,2026-0002,56.53,56.53',
        '',
      ].join('\r\n'),
    );
    const pdf = await room.test.app.inject({ method: 'GET', url: `${url}/pdf${days}`, cookies });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await staff.get(`${url}?from=2026-12-01&until=2026-11-01`)).status).toBe(422);
  });

  it('lets no text become a formula', () => {
    expect(csvOf([['=1+1', '+x', '-x', '@x', '\n=1', '＝1', 'a"b', 'a,b', -1.5]])).toBe(
      `'=1+1,'+x,'-x,'@x,"'\n=1",'＝1,"a""b","a,b",-1.50\r\n`,
    );
  });
});

describe('the price of the next URL', () => {
  it.each([
    [0, 1000, 0],
    [2, 0, 1000],
    [3, 360, 1000],
    [5, 360, 1720],
  ])('with %i URLs is %i cents a month, on top of %i', async (urls, next, monthly) => {
    room.at('2026-09-10T10:00:00Z');
    const agency = await room.agency();
    const { shopId } = await agency.shop('Bakker', urls);
    const staff = await agency.as('viewer');
    const { body } = await staff.get<NextUrlPrice>(`/v1/shops/${shopId}/next-url-price`);
    expect(body).toMatchObject({
      ...{
        next,
        monthly,
        usedUrls: urls,
        includedUrls: 3,
        extraUrl: 360,
        from: '2026-09-10',
        bankVat: 'unknown',
      },
      source: 'Rabobank, support: Rabo OnlineKassa',
    });
  });

  it('is the merchant’s to know as well, by the agency’s price book', async () => {
    const { agency, staff, shop } = await room.ready();
    const price = { from: '2026-11', until: null, shop: 1200, includedUrls: 5, extraUrl: 400 };
    await staff.post('/v1/billing/bank-prices', { ...price, source: 'Brief van de bank' });
    const merchant = await agency.asMerchant(shop.merchantId);
    const path = `/v1/shops/${shop.shopId}/next-url-price`;
    expect((await merchant.get(path)).body).toMatchObject({ next: 400, monthly: 1200 });
    const stranger = await (await room.agency()).as('owner');
    expect((await stranger.get(path)).status).toBe(404);
  });
});

describe('the price book', () => {
  const path = '/v1/billing/bank-prices';
  const price = { shop: 1100, includedUrls: 3, extraUrl: 400, source: 'Brief van de bank' };

  it('begins with what the bank’s page says, and takes what comes after', async () => {
    const { staff } = await room.ready();
    const known = { id: null, from: null, until: null, isUsed: false };
    const start = await staff.get<BankPrices>(path);
    expect(start.body.items).toEqual([
      expect.objectContaining({ ...known, shop: 1000, includedUrls: 3, extraUrl: 360 }),
    ]);
    const added = await staff.post(path, { ...price, from: '2027-01', until: null });
    expect(added).toMatchObject({ status: 201, body: { shop: 1100, isUsed: false } });
    const overlapping = await staff.post(path, { ...price, from: '2027-06', until: '2027-07' });
    expect(overlapping).toMatchObject({ status: 409, body: { code: 'price-overlap' } });
    const turned = await staff.post(path, { ...price, from: '2027-06', until: '2027-05' });
    expect(turned).toMatchObject({ status: 422, body: { issues: [{ path: 'until' }] } });
    expect((await staff.get<BankPrices>(path)).body.items).toHaveLength(2);
    expect((await staff.delete(`${path}/${newId()}`)).status).toBe(404);
  });

  it('ends the price that runs when another begins, or does neither', async () => {
    const { staff, shop } = await room.ready();
    const bank = { ...price, from: '2026-11', until: null };
    await staff.post(path, { ...bank, shop: 1100 });
    const later = { ...bank, from: '2027-02', shop: 1200, endsRunning: true };
    expect((await staff.post(path, { ...later, shop: -1 })).status).toBe(422);
    expect((await staff.post(path, later)).status).toBe(201);
    const spans = async (url: string) =>
      (await staff.get<{ items: { from: string; until: string | null }[] }>(url)).body.items.map(
        ({ from, until }) => `${from} ${until}`,
      );
    expect(await spans(path)).toEqual(['2027-02 null', '2026-11 2027-01', 'null null']);
    const fee = { merchantId: shop.merchantId, from: '2026-11', until: null, month: 1, url: 1 };
    await staff.post('/v1/billing/fees', fee);
    const before = await spans('/v1/billing/fees');
    // One that begins before the one that runs has none to end, and would overlap.
    const early = { ...fee, from: '2026-10', endsRunning: true };
    expect((await staff.post('/v1/billing/fees', early)).status).toBe(409);
    expect(await spans('/v1/billing/fees')).toEqual(before);
    const next = { ...fee, from: '2027-01', endsRunning: true };
    expect((await staff.post('/v1/billing/fees', next)).status).toBe(201);
    expect(await spans('/v1/billing/fees')).toEqual([
      ...before.slice(0, -1),
      '2027-01 null',
      '2026-11 2026-12',
    ]);
  });

  it('lets the price before go on when the one after it is taken out, and bills no gap', async () => {
    const { agency, staff, shop } = await room.ready();
    const runs = { from: '2026-11', until: null, endsRunning: true };
    const bank = { ...price, from: '2026-09', until: null };
    await staff.post(path, bank);
    const fees = '/v1/billing/fees';
    const own = { merchantId: shop.merchantId, from: '2026-11', until: null, month: 1, url: 1 };
    const ofMerchant = await staff.post<{ id: string }>(fees, own);
    const added = [
      [path, await staff.post<{ id: string }>(path, { ...price, ...runs, shop: 1200 })],
      [fees, await staff.post<{ id: string }>(fees, { ...own, ...runs, merchantId: null })],
    ] as const;
    const spans = async (url: string) =>
      (await staff.get<{ items: { from: string; until: string | null }[] }>(url)).body.items.map(
        ({ from, until }) => `${from} ${until}`,
      );
    for (const [url, { body }] of added) {
      expect((await staff.delete(`${url}/${body.id}`)).status).toBe(204);
    }
    expect(await spans(path)).toEqual(['2026-09 null', 'null null']);
    expect(await spans(fees)).toEqual(['2026-01 null', '2026-11 null']);
    await staff.delete(`${fees}/${ofMerchant.body.id}`);
    const afterwards = await later(agency, '2026-12-03T10:00:00Z');
    const { body } = await afterwards.get<BillingRun>('/v1/billing/runs/2026-11');
    expect(body.bills[0]!.lines.map(({ kind, unit }) => [kind, unit])).toEqual([
      ...[
        ['bank-shop', 1100],
        ['bank-urls', 400],
      ],
      ...[
        ['fee-month', 2500],
        ['fee-urls', 150],
      ],
    ]);
    const log = await (await agency.as('owner')).get<AuditPage>('/v1/audit');
    expect(log.body.items.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['billing.bank-price-removed', 'billing.bank-price-changed']),
    );
  });

  it('says of a closed month what it said, whatever is added, changed or taken out', async () => {
    const { staff } = await room.ready();
    const { body } = await staff.post<{ id: string }>(path, {
      ...price,
      from: '2026-10',
      until: null,
    });
    await close(staff);
    const own = `${path}/${body.id}`;
    const dearer = { ...price, from: '2026-10', until: null, shop: 1300 };
    for (const answer of [
      await staff.put(own, dearer),
      await staff.put(own, { ...price, from: '2026-11', until: null }),
      await staff.delete(own),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'price-used' } });
    }
    // Its end may come, and another price after it.
    expect((await staff.put(own, { ...price, from: '2026-10', until: '2026-11' })).status).toBe(
      200,
    );
    expect((await staff.post(path, { ...dearer, from: '2026-12' })).status).toBe(201);
    const fees = await staff.get<{ items: { id: string; isUsed: boolean }[] }>('/v1/billing/fees');
    expect(fees.body.items[0]!.isUsed).toBe(true);
    const fee = { merchantId: null, from: '2026-01', until: null, month: 1, url: 1 };
    const changed = await staff.put(`/v1/billing/fees/${fees.body.items[0]!.id}`, fee);
    expect(changed).toMatchObject({ status: 409, body: { code: 'price-used' } });
  });

  it('keeps a fee of everybody and one of a merchant beside each other', async () => {
    const { staff, shop } = await room.ready();
    const own = { merchantId: shop.merchantId, from: '2026-11', until: null, month: 0, url: 100 };
    const added = await staff.post<{ id: string }>('/v1/billing/fees', own);
    expect(added).toMatchObject({ status: 201, body: { merchantName: 'Bakker', url: 100 } });
    const twice = await staff.post('/v1/billing/fees', own);
    expect(twice).toMatchObject({ status: 409, body: { code: 'price-overlap' } });
    const unknown = await staff.post('/v1/billing/fees', { ...own, merchantId: newId() });
    expect(unknown.status).toBe(404);
    const moved = await staff.put(`/v1/billing/fees/${added.body.id}`, {
      ...own,
      merchantId: null,
    });
    expect(moved.status).toBe(404);
    expect((await staff.delete(`/v1/billing/fees/${added.body.id}`)).status).toBe(204);
  });
});

describe('the settings', () => {
  it('know of the bank’s VAT that nobody said it, until somebody does', async () => {
    const staff = await (await room.agency()).as('owner');
    const path = '/v1/billing/settings';
    expect((await staff.get(path)).body).toMatchObject({
      ...{ countsPer: 'shop', proRata: 'months', bankVat: 'unknown', bankVatSource: null },
      ...{ termDays: 14, letterhead: null, vatRates: [{ percent: 21 }] },
    });
    const change = { bankVat: 'included', bankVatSource: 'Telefoon met de bank', proRata: 'days' };
    expect((await staff.patch(path, change)).body).toMatchObject({ ...change, countsPer: 'shop' });
    expect((await staff.patch(path, {})).body).toMatchObject(change);
  });

  it.each([
    ['vat-number', { vatNumber: 'NL123456783B12' }, 'letterhead.vatNumber'],
    ['iban', { iban: 'NL91ABNA0417164301' }, 'letterhead.iban'],
  ])('refuse a wrong %s at its place', async (code, wrong, path) => {
    const staff = await (await room.agency()).as('owner');
    const change = { letterhead: { ...letterhead, ...wrong } };
    const answer = await staff.patch('/v1/billing/settings', change);
    expect(answer).toMatchObject({ status: 422, body: { code, path } });
    const right = {
      letterhead: {
        ...letterhead,
        vatNumber: 'nl 1234.56.782 b12',
        iban: 'NL91 ABNA 0417 1643 00',
      },
    };
    expect((await staff.patch('/v1/billing/settings', right)).body).toMatchObject({
      letterhead: { vatNumber: 'NL123456782B12', iban: 'NL91ABNA0417164300' },
    });
  });

  it('of a merchant are kept per merchant', async () => {
    const { staff, shop } = await room.ready();
    const path = `/v1/merchants/${shop.merchantId}/billing`;
    const before = await staff.get(path);
    expect(before.body).toMatchObject({ payer: 'agency', language: 'nl', merchantName: 'Bakker' });
    expect((await staff.patch(path, { language: 'en' })).body).toEqual({
      ...(before.body as object),
      language: 'en',
    });
    const billedTo = { name: 'B', address: ['A'], vatNumber: 'BE0123' };
    expect(await staff.patch(path, { billedTo })).toMatchObject({
      status: 422,
      body: { code: 'vat-number' },
    });
    const stranger = await (await room.agency()).as('owner');
    expect((await stranger.patch(path, { language: 'en' })).status).toBe(404);
  });
});
