import { randomUUID } from 'node:crypto';
import { bankTime, centsOf, type RefundDetails, RefundRequest } from '@toonbank/smart-pay';
import { BankRefusal, invalid } from './bank-error';
import type { Ledger } from './ledger';
import type { PaymentRow, RefundRow, WebshopRow } from './rows';
import type { Dials } from './settings';

/** The bank publishes no codes for refunds: its sister API's words, with numbers of our own. */
export const refundRefusals = {
  aboveRest: () =>
    new BankRefusal(422, 5901, { errorMessage: 'MAXIMUM_REFUNDABLE_AMOUNT_EXCEEDED' }),
  expired: () => new BankRefusal(422, 5902, { errorMessage: 'REFUND_PERIOD_EXPIRED' }),
  notSupported: () =>
    new BankRefusal(404, 5903, { errorMessage: 'UNKNOWN_TRANSACTION_OR_REFUND_NOT_SUPPORTED' }),
  unknown: () => new BankRefusal(404, 5906, { errorMessage: 'Refund not found' }),
  otherBody: () =>
    new BankRefusal(409, 5905, { errorMessage: 'This request-id was used for another refund' }),
} as const;

export type RefundOutcome = 'SUCCEEDED' | 'FAILED' | 'UNKNOWN';

/** S33: PayPal refunds at PayPal, Bancontact by bank transfer. */
const elsewhere = ['PAYPAL', 'BANCONTACT'];
/** In the sandbox the amount of a refund picks its end, as the amount of an order does. */
const scenario: Readonly<Record<string, RefundOutcome>> = { '400': 'UNKNOWN', '500': 'FAILED' };
const vatWords: Readonly<Record<string, string | null>> = {
  1: 'HIGH',
  2: 'LOW',
  3: 'ZERO',
  4: null,
};
const refundDays = 60;

/** Money given back: asked for once per request id, known at the end of its time (S35). */
export class Refunds {
  constructor(
    private readonly ledger: Ledger,
    private readonly dials: Dials,
  ) {}

  /** The same request id with the same body answers the first refund and makes no other. */
  create(
    webshop: WebshopRow,
    paymentId: string,
    { requestId, body }: { readonly requestId: string | undefined; readonly body: unknown },
  ): RefundDetails {
    const asked = read(body);
    return this.ledger.atOnce(() => {
      const known = requestId && this.byRequest(webshop, paymentId, requestId);
      if (known) {
        if (known.asked !== JSON.stringify(asked)) throw refundRefusals.otherBody();
        return this.told(known);
      }
      const payment = this.payment(webshop, paymentId);
      if (this.expiry(payment) <= this.dials.now()) throw refundRefusals.expired();
      if (asked.cents > this.rest(payment)) throw refundRefusals.aboveRest();
      return this.told(this.insert({ webshop, payment, requestId, asked }));
    });
  }

  details(webshop: WebshopRow, paymentId: string, refundId: string): RefundDetails {
    const row = this.ledger.row<RefundRow>(
      'select * from refund where id = ? and payment_id = ? and webshop_id = ?',
      ...[refundId, paymentId, webshop.id],
    );
    if (!row) throw refundRefusals.unknown();
    return this.told(row);
  }

  refundable(webshop: WebshopRow, paymentId: string) {
    const payment = this.payment(webshop, paymentId);
    const isOver = this.expiry(payment) <= this.dials.now();
    return {
      transactionId: payment.id,
      refundableMoney: money(isOver ? 0 : this.rest(payment)),
      expiryDatetime: seconds(this.expiry(payment)),
    };
  }

  list(): object[] {
    const rows = this.ledger.rows<RefundRow>('select * from refund order by created_at, rowid');
    return rows.map((row) => ({ ...this.told(row), webshopId: row.webshop_id }));
  }

  /** Ends a refund that is under way, whatever its time; false when there is none. */
  settle(id: string, outcome: RefundOutcome): boolean {
    const now = this.dials.now();
    const changed = this.ledger.run(
      'update refund set outcome = ?, settles_at = ? where id = ?',
      ...[outcome, now, id],
    );
    return changed === 1;
  }

  private insert({ webshop, payment, requestId, asked }: NewRefund): RefundRow {
    const now = this.dials.now();
    const outcome = (webshop.environment === 'sandbox' && scenario[asked.cents]) || 'SUCCEEDED';
    const id = randomUUID();
    this.ledger.run(
      `insert into refund (id, webshop_id, payment_id, request_id, asked, amount, brand, outcome,
         transaction_id, created_at, settles_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, webshop.id, payment.id, requestId ?? null, JSON.stringify(asked), asked.cents],
      ...[payment.brand, outcome, randomUUID(), now, now + this.dials.get().refundMs],
    );
    return this.ledger.row<RefundRow>('select * from refund where id = ?', id)!;
  }

  private byRequest(webshop: WebshopRow, paymentId: string, requestId: string) {
    return this.ledger.row<RefundRow>(
      'select * from refund where webshop_id = ? and payment_id = ? and request_id = ?',
      ...[webshop.id, paymentId, requestId],
    );
  }

  private payment(webshop: WebshopRow, id: string): PaymentRow {
    const payment = this.ledger.row<PaymentRow>(
      `select p.* from payment p join payment_order o on o.id = p.order_id
       where p.id = ? and o.webshop_id = ? and p.status = 'SUCCESS'`,
      ...[id, webshop.id],
    );
    if (!payment || elsewhere.includes(payment.brand)) throw refundRefusals.notSupported();
    return payment;
  }

  /** What is paid and not given back; one that failed gives its part free again. */
  private rest(payment: PaymentRow): number {
    const rows = this.ledger.rows<RefundRow>(
      'select * from refund where payment_id = ?',
      payment.id,
    );
    const given = rows.filter((row) => this.status(row) !== 'FAILED');
    return payment.amount - given.reduce((sum, { amount }) => sum + amount, 0);
  }

  /** The first moment at which it is too late: after day 60, in Dutch time. */
  private expiry({ updated_at: paidAt }: PaymentRow): number {
    const day = new Date(`${bankTime(new Date(paidAt)).slice(0, 10)}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + refundDays + 1);
    const text = day.toISOString().slice(0, 10);
    const inSummer = new Date(`${text}T00:00:00+02:00`);
    const isSummer = bankTime(inSummer).slice(11, 13) === '00';
    return isSummer ? inSummer.getTime() : inSummer.getTime() + 3_600_000;
  }

  private status(row: RefundRow): string {
    return this.dials.now() >= row.settles_at ? row.outcome : 'PENDING';
  }

  private told(row: RefundRow): RefundDetails {
    const { description, vatCategory } = JSON.parse(row.asked) as Asked;
    const status = this.status(row);
    return {
      refundId: row.id,
      refundTransactionId: row.transaction_id,
      createdAt: seconds(row.created_at),
      updatedAt: status === 'PENDING' ? null : seconds(row.settles_at),
      refundMoney: money(row.amount),
      vatCategory,
      paymentBrand: row.brand,
      status,
      description,
      transactionId: row.payment_id,
    };
  }
}

interface Asked {
  readonly cents: number;
  readonly description: string;
  readonly vatCategory: string | null;
}

interface NewRefund {
  readonly webshop: WebshopRow;
  readonly payment: PaymentRow;
  readonly requestId: string | undefined;
  readonly asked: Asked;
}

function read(body: unknown): Asked {
  const request = RefundRequest.safeParse(body);
  if (!request.success) throw invalid('the refund is not readable');
  const { money, description, vatCategory } = request.data;
  const cents = centsOf(money.amount);
  if (!cents || cents < 0) throw invalid('refund amount must be greater than zero');
  if (money.currency !== 'EUR') throw invalid('currency should be EUR');
  if ((description ?? '').length > 45) throw invalid('description: maximum length is [45]');
  const word = vatCategory ?? null;
  const vat = word !== null && word in vatWords ? vatWords[word]! : word;
  return { cents, description: description ?? '', vatCategory: vat };
}

function money(cents: number) {
  return { currency: 'EUR', amount: String(cents) };
}

function seconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
