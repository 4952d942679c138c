import type { AuditPage } from '@toonbank/audit/contract';
import type { BillingMonths, BillingRun, Invoice, Margins } from '@toonbank/billing/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Audit } from '@toonbank/audit/server';
import { BillingRoom, close, firstInvoice, invoicesOf, letterhead } from './billing.testing';
import { InvoicesRepository } from './invoices.repository';
import { RunsRepository } from './runs.repository';

let room: BillingRoom;
beforeAll(async () => (room = await BillingRoom.open()));
afterAll(() => room.test.close());
afterEach(() => vi.restoreAllMocks());

const october = '/v1/billing/runs/2026-10';

describe('a month', () => {
  it('is shown before it is closed, and nothing is kept', async () => {
    const { staff, shop } = await room.ready();
    const { body } = await staff.get<BillingRun>(october);
    expect(body).toMatchObject({ month: '2026-10', state: 'open', invoices: 1, closedAt: null });
    // 10.00 + 2 × 3.60 of the bank (VAT unknown), 25.00 + 5 × 1.50 of ours with 21 % on it.
    expect(body).toMatchObject({ net: 4970, vat: 683, total: 5653, margin: 3250 });
    expect(body.bills).toHaveLength(1);
    expect(body.bills[0]).toMatchObject({
      ...{ merchantId: shop.merchantId, merchantName: 'Bakker', urls: 5, bankCost: 1720 },
      lines: [
        { kind: 'bank-shop', shopName: 'Bakker winkel', count: 1, unit: 1000, net: 1000, vat: 0 },
        { kind: 'bank-urls', count: 2, per: 1, unit: 360, net: 720, vatPercent: null },
        { kind: 'fee-month', shopName: null, net: 2500, vat: 525, vatPercent: 21 },
        { kind: 'fee-urls', count: 5, unit: 150, net: 750, vat: 158 },
      ],
    });
    expect(await invoicesOf(staff)).toEqual([]);
  });

  it('is closed into invoices that are numbered without gaps, and stays as it was', async () => {
    const { agency, staff, shop } = await room.ready();
    room.at('2026-09-20T10:00:00Z');
    const other = await agency.shop('Slager', 1);
    room.at('2026-11-03T10:00:00Z');
    await room.bill(staff, other, 'merchant');
    const seen = (await staff.get<BillingRun>(october)).body.bills;
    const september = await close(staff, '2026-09');
    const closed = await close(staff);
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', invoices: 2 } });
    expect(september.body.bills.map((bill) => bill.invoiceNumber)).toEqual([
      '2026-0001',
      '2026-0002',
    ]);
    // What was seen before is what was billed, line by line, and what stands on the invoices.
    const made = closed.body.bills.map((bill) => {
      return { ...bill, invoiceId: null, invoiceNumber: null };
    });
    expect(made).toEqual(seen);
    for (const { invoiceId, lines } of closed.body.bills) {
      const invoice = await staff.get<Invoice>(`/v1/invoices/${invoiceId}`);
      expect(invoice.body.lines).toEqual(lines);
    }
    expect((await invoicesOf(staff)).map(({ number, month }) => [number, month])).toEqual([
      ['2026-0004', '2026-10'],
      ['2026-0003', '2026-10'],
      ['2026-0002', '2026-09'],
      ['2026-0001', '2026-09'],
    ]);
    // Whatever changes afterwards, what was billed stays.
    await agency.url(shop);
    await staff.patch('/v1/billing/settings', { countsPer: 'contract', bankVat: 'excluded' });
    expect((await staff.get<BillingRun>(october)).body.bills).toEqual(closed.body.bills);
    const { body } = await staff.get<BillingMonths>('/v1/billing/runs');
    expect(body.items.map(({ month, state }) => [month, state])).toEqual([
      ['2026-11', 'running'],
      ['2026-10', 'closed'],
      ['2026-09', 'closed'],
    ]);
    const { invoices, total, margin } = closed.body;
    expect(body.items[1]).toMatchObject({ invoices, total, margin });
  });

  it('is closed once, however often and by how many at once', async () => {
    const { staff } = await room.ready();
    const answers = await Promise.all([close(staff), close(staff), close(staff)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await close(staff)).body).toEqual(answers[0]!.body);
    expect((await invoicesOf(staff)).map(({ number }) => number)).toEqual(['2026-0001']);
    const { body } = await staff.get<AuditPage>('/v1/audit?act=billing.month-closed');
    expect(body.items).toHaveLength(1);
  });

  it.each([
    ['the month is marked', RunsRepository, 'close'],
    ['numbers are taken', InvoicesRepository, 'takeNumbers'],
    ['invoices are written', InvoicesRepository, 'insert'],
    ['it is written down', Audit, 'record'],
  ] as const)(
    'leaves nothing when the run dies after %s, and no number is lost',
    async (_, of, name) => {
      const { staff } = await room.ready();
      const service = room.test.app.get<Record<string, (...args: unknown[]) => Promise<unknown>>>(
        of,
        {
          strict: false,
        },
      );
      const real = service[name]!.bind(service);
      vi.spyOn(service, name).mockImplementationOnce(async (...args: unknown[]) => {
        await real(...args);
        throw new Error('died');
      });
      expect((await close(staff)).status).toBe(500);
      expect((await staff.get<BillingRun>(october)).body.state).toBe('open');
      expect(await invoicesOf(staff)).toEqual([]);
      expect(await close(staff)).toMatchObject({ status: 200, body: { invoices: 1 } });
      expect((await invoicesOf(staff)).map(({ number }) => number)).toEqual(['2026-0001']);
    },
  );

  it('bills nobody who owes nothing', async () => {
    const { staff, shop } = await room.ready('merchant');
    const fees = await staff.get<{ items: { id: string }[] }>('/v1/billing/fees');
    await staff.delete(`/v1/billing/fees/${fees.body.items[0]!.id}`);
    const { body } = await close(staff);
    expect(body).toMatchObject({ state: 'closed', invoices: 0, total: 0, bills: [] });
    expect(await invoicesOf(staff)).toEqual([]);
    const again = await staff.post(`${october}/bills`, { merchantId: shop.merchantId });
    expect(again).toMatchObject({ status: 409, body: { code: 'nothing-to-bill' } });
  });
});

describe('closing is refused, and nothing is changed,', () => {
  it('while the month is not over, to the last hour of it in Dutch time', async () => {
    const { staff } = await room.ready();
    const early = await close(staff, '2026-11');
    expect(early).toMatchObject({ status: 409, body: { code: 'month-not-over' } });
    room.at('2026-11-30T22:59:59Z');
    const { staff: late } = { staff: await (await room.agency()).as('owner') };
    expect((await close(late, '2026-11')).status).toBe(409);
    room.at('2026-11-30T23:00:00Z');
    expect((await close(late, '2026-11')).status).toBe(200);
  });

  it('when the bills are not those that were seen', async () => {
    const { staff } = await room.ready();
    const answer = await staff.post(`${october}/close`, { total: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'bill-changed' } });
    expect(await invoicesOf(staff)).toEqual([]);
  });

  it('when it is not known from whom or to whom, and says who lacks', async () => {
    const { agency, staff } = await room.ready();
    room.at('2026-09-20T10:00:00Z');
    await agency.shop('Slager', 1);
    room.at('2026-11-03T10:00:00Z');
    const answer = await close(staff);
    expect(answer).toMatchObject({ status: 409, body: { code: 'billing-incomplete' } });
    expect(JSON.stringify(answer.body)).toContain('Slager');
    expect(await invoicesOf(staff)).toEqual([]);
  });

  it('for a month that is none', async () => {
    const { staff } = await room.ready();
    expect((await staff.get('/v1/billing/runs/2026-13')).status).toBe(404);
  });
});

describe('a mistake', () => {
  it('is taken back by a credit note in the same sequence, and billed again', async () => {
    const { staff, shop } = await room.ready();
    await close(staff);
    const invoice = await firstInvoice(staff);
    const note = await staff.post(`/v1/invoices/${invoice.id}/credit`, {
      reason: 'Verkeerd tarief',
    });
    expect(note).toMatchObject({
      status: 201,
      body: {
        ...{ kind: 'credit-note', number: '2026-0002', total: -invoice.total, state: 'credit' },
        ...{ credits: { number: '2026-0001' }, reason: 'Verkeerd tarief', dueOn: null },
      },
    });
    const after = await staff.get(`/v1/invoices/${invoice.id}`);
    expect(after.body).toMatchObject({
      state: 'credited',
      lines: invoice.lines,
      total: invoice.total,
    });
    expect((await staff.get<BillingRun>(october)).body).toMatchObject({ invoices: 0, total: 0 });

    await staff.patch('/v1/billing/settings', { bankVat: 'excluded' });
    const bills = `${october}/bills`;
    const again = await staff.post<BillingRun>(bills, { merchantId: shop.merchantId });
    expect(again.body.bills[0]).toMatchObject({ invoiceNumber: '2026-0003', vat: 1044 });
    const twice = await staff.post(bills, { merchantId: shop.merchantId });
    expect(twice).toMatchObject({ status: 409, body: { code: 'already-billed' } });
  });

  it('is taken back once, also by two at once, and a credit note never', async () => {
    const { staff } = await room.ready();
    await close(staff);
    const { id } = await firstInvoice(staff);
    const credit = () =>
      staff.post<{ id: string }>(`/v1/invoices/${id}/credit`, { reason: 'Fout' });
    const answers = await Promise.all([credit(), credit()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const note = answers.find(({ status }) => status === 201)!.body.id;
    const path = `/v1/invoices/${note}/credit`;
    expect(await staff.post(path, { reason: 'Fout' })).toMatchObject({
      ...{ status: 409, body: { code: 'credit-note' } },
    });
    expect(await invoicesOf(staff)).toHaveLength(2);
  });

  it('is not billed again in a month that is not closed', async () => {
    const { staff, shop } = await room.ready();
    const answer = await staff.post(`${october}/bills`, { merchantId: shop.merchantId });
    expect(answer).toMatchObject({ status: 409, body: { code: 'month-not-closed' } });
  });
});

describe('the margin', () => {
  it('is what is invoiced less what the bank asks of the agency, credit notes taken off', async () => {
    const { staff, shop } = await room.ready();
    await close(staff, '2026-09');
    await close(staff);
    const path = '/v1/billing/margins?from=2026-09&until=2026-10';
    const own = { merchantId: shop.merchantId, merchantName: 'Bakker' };
    const both = { invoiced: 9940, bankCost: 3440, margin: 6500 };
    expect((await staff.get<Margins>(path)).body).toEqual({
      items: [{ ...own, ...both }],
      ...both,
    });
    const { id } = await firstInvoice(staff);
    await staff.post(`/v1/invoices/${id}/credit`, { reason: 'Fout' });
    const one = { invoiced: 4970, bankCost: 1720, margin: 3250 };
    expect((await staff.get<Margins>(path)).body).toEqual({ items: [{ ...own, ...one }], ...one });
    const turned = await staff.get('/v1/billing/margins?from=2026-10&until=2026-09');
    expect(turned.status).toBe(422);
  });

  it.each(['unknown', 'excluded', 'included'])(
    'and what the bank costs are the same in the month, its sums and the margins, with VAT %s',
    async (bankVat) => {
      const { agency, staff } = await room.ready();
      room.at('2026-10-20T10:00:00Z');
      const other = await agency.shop('Slager', 4);
      room.at('2026-11-03T10:00:00Z');
      await room.bill(staff, other, 'agency');
      await staff.patch('/v1/billing/settings', { bankVat });
      const { bills, margin } = (await close(staff)).body;
      const query = 'from=2026-10&until=2026-10';
      const margins = (await staff.get<Margins>(`/v1/billing/margins?${query}`)).body;
      const costOf = ({ merchantId, bankCost, ...of }: Margins['items'][number]) => {
        return { merchantId, bankCost, margin: of.margin };
      };
      expect(margins.items.map(costOf)).toEqual(
        bills.map(({ merchantId, bankCost, margin: own }) => {
          return { merchantId, bankCost, margin: own };
        }),
      );
      const { body } = await staff.get<BillingMonths>('/v1/billing/runs');
      expect([margins.margin, body.items[1]!.margin]).toEqual([margin, margin]);
    },
  );

  it('and everything it could be reckoned from is hidden from the merchant', async () => {
    const { agency, staff, shop } = await room.ready();
    await close(staff);
    const merchant = await agency.asMerchant(shop.merchantId);
    for (const path of [
      ...[october, '/v1/billing/runs', '/v1/billing/fees', '/v1/billing/settings'],
      ...['/v1/billing/margins?from=2026-10&until=2026-10', '/v1/billing/bank-prices'],
    ]) {
      expect((await merchant.get(path)).status, path).toBe(403);
    }
    const invoice = await firstInvoice(merchant);
    expect(invoice).toMatchObject({ number: '2026-0001', total: 5653 });
    expect(JSON.stringify(invoice)).not.toContain('margin');
    expect(
      (await merchant.post(`/v1/invoices/${invoice.id}/credit`, { reason: 'Nee' })).status,
    ).toBe(403);
    const log = await merchant.get('/v1/audit');
    expect(JSON.stringify(log.body)).not.toMatch(/billing\.(fee|month)/);
  });

  it.each([
    ['finance', 200],
    ['admin', 200],
    ['viewer', 403],
    ['developer', 403],
    ['support', 403],
  ] as const)('is shown to %s: %i', async (role, status) => {
    const { agency } = await room.ready();
    const staff = await agency.as(role);
    expect((await staff.get('/v1/billing/margins?from=2026-10&until=2026-10')).status).toBe(status);
    expect((await staff.get('/v1/invoices')).status).toBe(status);
    const settings = await staff.patch('/v1/billing/settings', { letterhead });
    expect(settings.status).toBe(role === 'admin' ? 200 : 403);
  });
});
