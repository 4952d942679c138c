import type { FastifyInstance } from 'fastify';
import type { Bank } from './bank-parts';
import { consoleForms, modeForm, newWebshopForm, webshopForms } from './console-forms';
import { ledger } from './control.routes';
import { type Html, html } from '@toonbank/primitives';
import type { RefundDetails } from '@toonbank/smart-pay';
import type { OrderRow, WebshopRow } from './rows';

interface Sum {
  readonly poiId: number;
  readonly environment: string;
  readonly brand: string;
  readonly status: string;
  readonly orders: number;
  readonly cents: number;
}

const misdeeds = [
  ['announce', 'lost-answer', 'Lose the answer to the next announcement'],
  ['announce', 'status', 'Answer the next announcement with 503'],
  ['refund', 'lost-answer', 'Lose the answer to the next refund'],
  ['refund', 'status', 'Answer the next refund with 503'],
  ['refund', 'status-after', 'Record the next refund and answer 503'],
  ['results', 'reset', 'Cut the next results in half'],
  ['results', 'wrong-signature', 'Sign the next results wrongly'],
  ['notification', 'duplicate', 'Send the next notification twice'],
  ['notification', 'wrong-signature', 'Sign the next notification wrongly'],
] as const;

/** The bank's control panel: what it holds, and buttons for what cannot wait. */
export function consoleRoutes(app: FastifyInstance, bank: Bank): void {
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page(bank)));
  consoleForms(app, bank);
  app.post('/console/misdeed', (request, reply) => {
    const { call, kind } = request.body as Record<string, string>;
    const known = misdeeds.find(([c, k]) => c === call && k === kind);
    if (known) bank.misdeeds.plan({ call: known[0], kind: known[1], value: 503, times: 1 });
    return reply.redirect('/', 303);
  });
  app.post('/console/advance', (request, reply) => {
    const minutes = Number((request.body as Record<string, string>)['minutes']);
    const { clockOffsetMs } = bank.dials.get();
    if (Number.isInteger(minutes) && minutes > 0) {
      bank.dials.turn({ clockOffsetMs: clockOffsetMs + minutes * 60_000 });
    }
    return reply.redirect('/', 303);
  });
}

function page(bank: Bank): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Emulated bank</title>
        <link rel="stylesheet" href="/bank.css" />
      </head>
      <body>
        <main class="wide">
          <h1>Emulated bank</h1>
          <p>
            A Rabo Smart Pay for development. Its clock says
            ${new Date(bank.dials.now()).toISOString()}, its mode of handing out results is:
          </p>
          ${modeForm(bank.dials.get().mode)}
          <p>Everything here can also be called: see the README of this app.</p>
          ${controls()} ${newWebshopForm()} ${webshops(bank)} ${money(bank)} ${orders(bank)}
          ${refunds(bank)}
        </main>
      </body>
    </html>`.text;
}

function controls(): Html {
  const button = ([call, kind, text]: (typeof misdeeds)[number]) =>
    html`<form method="post" action="/console/misdeed">
      <input type="hidden" name="call" value="${call}" />
      <button name="kind" value="${kind}">${text}</button>
    </form>`;
  return html`<section class="row">
    <form method="post" action="/console/advance">
      <button name="minutes" value="31">Advance the clock by 31 minutes</button>
      <button name="minutes" value="2880">Advance the clock by two days</button>
    </form>
    ${misdeeds.map(button)}
  </section>`;
}

function table(title: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<section>
    <h2>${title}</h2>
    <div class="scroll" role="region" aria-label="${title}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${heads.map((text) => html`<th scope="col">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${
            rows.length > 0
              ? rows
              : html`<tr>
                  <td colspan="${heads.length}">Nothing yet.</td>
                </tr>`
          }
        </tbody>
      </table>
    </div>
  </section>`;
}

function cells(...texts: readonly (string | number | Html | null)[]): Html {
  const cell = (text: string | number | Html | null) =>
    html`<td class="${typeof text === 'number' ? 'figure' : ''}">${text ?? '–'}</td>`;
  return html`<tr>
    ${texts.map(cell)}
  </tr>`;
}

function webshops(bank: Bank): Html {
  const names = new Map(bank.webshops.merchants().map((m) => [m.id, m.name]));
  const row = (w: WebshopRow) => {
    const merchant = names.get(w.merchant_id) ?? '';
    return cells(merchant, w.name, w.environment, String(w.poi_id), webshopForms(bank, w));
  };
  const rows = bank.webshops.list().map(row);
  return table('Webshops', ['Merchant', 'Webshop', 'Environment', 'poiId', 'At the bank'], rows);
}

function money(bank: Bank): Html {
  const rows = (ledger(bank) as Sum[]).map((sum) =>
    cells(String(sum.poiId), sum.environment, sum.brand, sum.status, sum.orders, euros(sum.cents)),
  );
  const heads = ['poiId', 'Environment', 'Brand', 'Status', 'Orders', 'EUR'];
  return table('Ledger', heads, rows);
}

function orders(bank: Bank): Html {
  const row = (o: OrderRow) =>
    cells(o.merchant_order_id, o.id, euros(o.amount), o.status, o.handed_out_at ? 'yes' : 'no');
  const rows = bank.orders.list().slice(0, 100).map(row);
  return table('Orders', ['Number', 'Order id', 'EUR', 'Status', 'Handed out'], rows);
}

function refunds(bank: Bank): Html {
  const rows = (bank.refunds.list() as RefundDetails[])
    .slice(-100)
    .map((r) => cells(r.refundId, r.paymentBrand, euros(Number(r.refundMoney.amount)), r.status));
  return table('Refunds', ['Refund id', 'Brand', 'EUR', 'Status'], rows);
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}
