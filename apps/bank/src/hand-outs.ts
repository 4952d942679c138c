import { createHash, randomUUID } from 'node:crypto';
import {
  bankTime,
  resultsPerPage,
  type ResultsVersion,
  signingKey,
  signResults,
} from '@toonbank/smart-pay';
import type { Ledger } from './ledger';
import type { Orders } from './orders';
import type { OrderRow, PaymentRow, WebshopRow } from './rows';
import type { Dials } from './settings';
import type { Webshops } from './webshops';

export interface Token {
  readonly token: string;
  readonly webshop: WebshopRow;
  readonly signingKey: string;
}

/** A page of results, ready to be written. */
export interface Page {
  readonly id: string;
  readonly body: Buffer;
}

/** Hands out the results of ended orders: at most a hundred a page, each once (as far as the mode says so). */
export class HandOuts {
  constructor(
    private readonly ledger: Ledger,
    private readonly webshops: Webshops,
    private readonly orders: Orders,
    private readonly dials: Dials,
  ) {}

  /** A notification's token that still lives, with the key that signs what is pulled with it. */
  token(token: string): Token | undefined {
    const row = this.ledger.row<{ webshop_id: string; key_pair_id: string }>(
      'select webshop_id, key_pair_id from notification where token = ? and expires_at > ?',
      ...[token, this.dials.now()],
    );
    const webshop = row && this.webshops.get(row.webshop_id);
    const pair = row && this.webshops.pair(row.key_pair_id);
    return webshop && pair && { token, webshop, signingKey: pair.signing_key };
  }

  /** The next page behind a token. In mode *once* it counts as handed out from here on. */
  next(token: Token, version: ResultsVersion, tamper: (body: object) => object): Page {
    return this.ledger.atOnce(() => {
      const { webshop } = token;
      const waiting = this.waiting(token);
      const some = waiting.slice(0, resultsPerPage);
      const more = waiting.length > resultsPerPage;
      const results = some.map((order) => this.result(webshop, order, version));
      const page = { moreOrderResultsAvailable: more, orderResults: results };
      const signature = signResults(version, signingKey(token.signingKey), page);
      const body = Buffer.from(JSON.stringify(tamper({ signature, ...page })));
      const id = randomUUID();
      const ids = JSON.stringify(some.map((order) => order.id));
      this.ledger.run(
        `insert into hand_out (id, webshop_id, token, version, digest, orders, more, at, complete)
         values (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        ...[id, webshop.id, token.token, version],
        ...[createHash('sha256').update(body).digest('hex'), ids, more ? 1 : 0, this.dials.now()],
      );
      if (this.dials.get().mode === 'once') this.take(some.map((order) => order.id));
      return { id, body };
    });
  }

  /**
   * The last byte of a page was written. In mode *once-ack* the page counts as taken from here on; in
   * mode *repeat* only when it was the last one, and then everything its token was given.
   */
  complete(pageId: string): void {
    this.ledger.atOnce(() => {
      this.ledger.run('update hand_out set complete = 1 where id = ?', pageId);
      const page = this.ledger.row<{ token: string; orders: string; more: number }>(
        'select token, orders, more from hand_out where id = ?',
        pageId,
      )!;
      const { mode } = this.dials.get();
      if (mode === 'once-ack') this.take(JSON.parse(page.orders) as string[]);
      if (mode !== 'repeat' || page.more) return;
      this.take(this.given(page.token));
    });
  }

  log(): object[] {
    return this.ledger.rows('select * from hand_out order by at, rowid');
  }

  /** Results that this token may still be given, oldest first; one more than fits on a page. */
  private waiting({ token, webshop }: Token): OrderRow[] {
    const given = new Set(this.dials.get().mode === 'repeat' ? this.given(token) : []);
    const rows = this.ledger.rows<OrderRow>(
      `select * from payment_order where webshop_id = ? and handed_out_at is null
         and status <> 'IN_PROGRESS' order by status_at, id limit ?`,
      ...[webshop.id, resultsPerPage + 1 + given.size],
    );
    return rows.filter((order) => !given.has(order.id));
  }

  /** What this token was given whole. */
  private given(token: string): string[] {
    const pages = this.ledger.rows<{ orders: string }>(
      'select orders from hand_out where token = ? and complete = 1',
      token,
    );
    return pages.flatMap(({ orders }) => JSON.parse(orders) as string[]);
  }

  private take(ids: readonly string[]): void {
    const now = this.dials.now();
    for (const id of ids) {
      this.ledger.run(
        'update payment_order set handed_out_at = ? where id = ? and handed_out_at is null',
        ...[now, id],
      );
    }
  }

  private result(webshop: WebshopRow, order: OrderRow, version: ResultsVersion) {
    const payments = this.orders.payments(order.id);
    const money = (amount: number) => ({ currency: order.currency, amount: String(amount) });
    const result = {
      merchantOrderId: order.merchant_order_id,
      omnikassaOrderId: order.id,
      poiId: String(webshop.poi_id),
      orderStatus: order.status,
      orderStatusDateTime: bankTime(new Date(payments.at(-1)?.updated_at ?? order.announced_at)),
      errorCode: '',
      paidAmount: money(order.status === 'COMPLETED' ? order.amount : 0),
      totalAmount: money(order.amount),
    };
    if (version === 1) return result;
    return { ...result, transactions: payments.map((p) => transaction(p, money)) };
  }
}

function transaction(payment: PaymentRow, money: (amount: number) => object) {
  return {
    id: payment.id,
    paymentBrand: payment.brand,
    type: 'PAYMENT',
    status: payment.status,
    amount: money(payment.amount) as { currency: string; amount: string },
    confirmedAmount:
      payment.confirmed === null
        ? null
        : (money(payment.confirmed) as { currency: string; amount: string }),
    startTime: bankTime(new Date(payment.started_at)),
    lastUpdateTime: bankTime(new Date(payment.updated_at)),
  };
}
