import type { Invoice } from '@toonbank/billing/contract';
import type { Scope } from '@toonbank/platform/db';
import { waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BillingRoom, close, firstInvoice } from './billing.testing';

let room: BillingRoom;
beforeAll(async () => (room = await BillingRoom.open()));
afterAll(() => room.test.close());

const waits = (scope: Scope) => waitsOf(room.test.app, scope);

/** One round of one worker; `sweep` is another's. */
const told = (sweep = room.sweep()) => sweep.round();

describe('a month', () => {
  it('that is over waits to be closed, told once, also by two workers at the same time', async () => {
    const { agency, staff } = await room.ready();
    const both = await Promise.all([told(), told(room.sweep())]);
    expect(both[0] + both[1]).toBe(1);
    const october = { kind: 'month-to-close', facts: { month: '2026-10' } };
    const since = '2026-10-31T23:00:00.000Z';
    expect(await waits(agency.scope)).toMatchObject([
      { kind: 'month-to-close', facts: { month: '2026-09' } },
      // Two weeks into the month after it somebody is late.
      {
        ...october,
        since,
        right: 'billing:close',
        on: 'agency',
        dueAt: '2026-11-14T23:00:00.000Z',
      },
    ]);
    expect(await told()).toBe(0);
    await close(staff, '2026-09');
    expect(await waits(agency.scope)).toMatchObject([october]);
    await close(staff);
    await told();
    expect(await waits(agency.scope)).toEqual([]);
  });

  it('in which nobody owes anything does not wait, until somebody does', async () => {
    const { agency, staff } = await room.ready('merchant');
    const fees = (await staff.get<{ items: { id: string }[] }>('/v1/billing/fees')).body.items;
    for (const { id } of fees) await staff.delete(`/v1/billing/fees/${id}`);
    await told();
    expect(await waits(agency.scope)).toEqual([]);
    await staff.post('/v1/billing/fees', {
      ...{ merchantId: null, from: '2026-10', until: null, month: 2500, url: 0 },
    });
    await told();
    expect(await waits(agency.scope)).toMatchObject([{ facts: { month: '2026-10' } }]);
  });
});

describe('an invoice', () => {
  it('waits when it is late, and no more when it is paid or taken back', async () => {
    const { agency, staff } = await room.ready();
    await close(staff);
    const { id } = await firstInvoice(staff);
    const path = `/v1/invoices/${id}`;
    await staff.put(`${path}/sent`, { on: '2026-11-03' });
    const late = async () =>
      (await waits(agency.scope)).filter(({ kind }) => kind === 'invoice-overdue');
    room.at('2026-11-17T22:59:00Z');
    await told();
    expect(await late()).toEqual([]);
    room.at('2026-11-17T23:00:00Z');
    await Promise.all([told(), told(room.sweep())]);
    const finance = await agency.as('finance');
    const { total, number } = (await finance.get<Invoice>(path)).body;
    const waiting = { subjectId: id, on: 'merchant', facts: { number, amount: total } };
    expect(await late()).toMatchObject([{ ...waiting, dueAt: '2026-11-17T23:00:00.000Z' }]);
    await finance.put(`${path}/payment`, { on: '2026-11-17' });
    expect(await late()).toEqual([]);
    await finance.delete(`${path}/payment`);
    await told();
    expect(await late()).toMatchObject([waiting]);
    await finance.post(`${path}/credit`, { reason: 'Fout' });
    expect(await late()).toEqual([]);
    await told();
    expect(await late()).toEqual([]);
  });

  it('that was never sent is not late: nobody was asked to pay', async () => {
    const { agency, staff } = await room.ready();
    await close(staff);
    room.at('2026-12-24T10:00:00Z');
    await told();
    const kinds = (await waits(agency.scope)).map(({ kind }) => kind);
    expect(kinds).not.toContain('invoice-overdue');
  });
});
