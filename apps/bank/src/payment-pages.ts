import { signingKey, signReturn } from '@toonbank/smart-pay';
import type { Bank } from './bank-parts';
import { type Html, html } from '@toonbank/primitives';
import { type Outcome, outcomes, scenarioOf } from './orders';
import type { OrderRow, PaymentRow } from './rows';
import type { Words } from './words';

const names: Readonly<Record<string, string>> = {
  IDEAL: 'iDEAL',
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  MAESTRO: 'Maestro',
  V_PAY: 'V PAY',
  BANCONTACT: 'Bancontact',
  PAYPAL: 'PayPal',
  BILLINK: 'Billink',
  APPLE_PAY: 'Apple Pay',
};
const cards = ['VISA', 'MASTERCARD', 'MAESTRO', 'V_PAY'];

export function brandName(brand: string): string {
  return names[brand] ?? brand;
}

function amountText(amount: number, words: Words): string {
  const style = { style: 'currency', currency: 'EUR' } as const;
  return new Intl.NumberFormat(words.lang === 'nl' ? 'nl-NL' : 'en-IE', style).format(amount / 100);
}

/** A shopper before the bank's page of one order, in one language. */
export interface Visit {
  readonly bank: Bank;
  readonly order: OrderRow;
  readonly words: Words;
}

interface Frame {
  readonly words: Words;
  readonly title: string;
  readonly isSandbox: boolean;
  readonly main: Html;
}

/** The frame of every page a shopper sees. */
export function shopperPage({ words, title, isSandbox, main }: Frame): string {
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/bank.css" />
      </head>
      <body class="shopper">
        ${isSandbox && html`<p class="band" role="note">${words.sandbox}</p>`}
        <main>${main}</main>
      </body>
    </html>`.text;
}

function head({ bank, order, words }: Visit): Html {
  const webshop = bank.webshops.get(order.webshop_id)!;
  return html`<header>
    <p class="to">${words.pay} ${words.to} <strong>${webshop.name}</strong></p>
    <p class="amount">${amountText(order.amount, words)}</p>
    <p class="order">${order.description ?? order.merchant_order_id}</p>
  </header>`;
}

/** The brands a shopper may choose from now. */
export function offered(bank: Bank, order: OrderRow): string[] {
  const webshop = bank.webshops.get(order.webshop_id)!;
  const brands = Object.entries(JSON.parse(webshop.brands) as Record<string, string>);
  const active = brands.filter(([, state]) => state === 'Active').map(([name]) => name);
  const isTriedBefore = bank.orders.payments(order.id).length > 0;
  const isForced = order.brand_force === 'FORCE_ALWAYS' || (order.brand && !isTriedBefore);
  if (!isForced || !order.brand) return active;
  return order.brand === 'CARDS' ? active.filter((name) => cards.includes(name)) : [order.brand];
}

export function brandPage(visit: Visit): Html {
  const { bank, order, words } = visit;
  const last = bank.orders.payments(order.id).at(-1);
  return html`${head(visit)}
    ${last?.status === 'FAILURE' && html`<p class="note" role="alert">${words.failedBefore}</p>`}
    <h1>${words.choose}</h1>
    <form method="post" action="/omnikassa/pay" class="choices">
      <input type="hidden" name="token" value="${order.page_token}" />
      <input type="hidden" name="lang" value="${words.lang}" />
      ${offered(bank, order).map(
        (brand) => html`<button name="brand" value="${brand}">${brandName(brand)}</button>`,
      )}
    </form>
    <form method="post" action="/omnikassa/cancel">
      <input type="hidden" name="token" value="${order.page_token}" />
      <input type="hidden" name="lang" value="${words.lang}" />
      <button class="quiet">${words.cancel}</button>
    </form>`;
}

/** Stands in for the shopper's own bank: whoever tests says what becomes of the attempt. */
export function outcomePage(visit: Visit, payment: PaymentRow): Html {
  const { order, words } = visit;
  const usual = scenarioOf(order.amount, payment.brand);
  const ordered = [usual, ...outcomes.filter((outcome) => outcome !== usual)];
  const button = (outcome: Outcome) =>
    html`<button name="outcome" value="${outcome}" class="${outcome === usual ? 'main' : ''}">
      ${words.outcomes[outcome]}${outcome === usual && html` <small>${words.usual}</small>`}
    </button>`;
  return html`${head(visit)}
    <h1>${words.whatHappens}</h1>
    <p>${words.at} ${brandName(payment.brand)}.</p>
    <form method="post" action="/omnikassa/outcome" class="choices">
      <input type="hidden" name="token" value="${order.page_token}" />
      <input type="hidden" name="payment" value="${payment.id}" />
      <input type="hidden" name="lang" value="${words.lang}" />
      ${ordered.map(button)}
    </form>`;
}

export function resultPage(visit: Visit): Html {
  const { bank, order, words } = visit;
  return html`${head(visit)}
    <h1>${words.results[order.status]}</h1>
    <p><a class="button main" href="${returnUrl(bank, order)}">${words.back}</a></p>`;
}

/** The shop's return URL with order number, status and signature; a query that is there stays. */
export function returnUrl(bank: Bank, order: OrderRow): string {
  const [pair] = bank.webshops.activePairs(order.webshop_id);
  const orderId = order.merchant_order_id;
  const { status } = order;
  const signature = signReturn(signingKey(pair!.signing_key), { orderId, status });
  const url = new URL(order.return_url);
  url.searchParams.append('order_id', orderId);
  url.searchParams.append('status', status);
  url.searchParams.append('signature', signature);
  return url.toString();
}
