import { randomUUID } from 'node:crypto';
import { AnswerError, OrderUnknownError, ToonbankError, UsageError } from './errors';
import { type Answered, Line } from './line';
import type { CreatedOrder, CreateOrder, OrderDetail } from './orders';
import { checkedId, settingsOf, type ToonbankOptions } from './settings';
import { type Returned, type VerifiedReturn, verifyWith } from './verify-return';

/** What may be said about one call. */
export interface CallOptions {
  /**
   * Calls it off; what was sent may have arrived all the same. `AbortSignal.timeout(30_000)` bounds the
   * call with all its repeats, and ends in a {@link TimeoutError}.
   */
  readonly signal?: AbortSignal | undefined;
}

/** What may be said about one `createOrder`. */
export interface CreateOrderOptions extends CallOptions {
  /**
   * The same for every repeat of the same order: a double click, a reload, a restart of the shop. The
   * shop's own order number does well. One is made when it is left out, which covers the repeats
   * inside this call and no others.
   */
  readonly idempotencyKey?: string | undefined;
}

/**
 * A webshop at Toonbank. Make one at the start of the shop and keep it: it holds no connection and is
 * safe to use from everywhere at once. For servers only: it holds keys.
 */
export class Toonbank {
  readonly #line: Line;
  readonly #webshopId: string;
  readonly #signingKeys: readonly Buffer[];

  /** Throws a {@link UsageError} when an option is missing or cannot be. */
  constructor(options: ToonbankOptions) {
    const settings = settingsOf(options);
    this.#line = new Line(settings);
    this.#webshopId = settings.webshopId;
    this.#signingKeys = settings.signingKeys;
  }

  /**
   * Announces an order at the bank; send the shopper to the `redirectUrl` of the answer. Repeats by
   * itself, always with the same idempotency key, what may be repeated: a broken line, 5xx, 429, and
   * an order of which nobody knows whether the bank has it.
   *
   * Throws {@link ProblemError} when the API or the bank says no, {@link OrderUnknownError} when it
   * stays unknown, {@link ConnectionError} or {@link TimeoutError} when there was no answer. Each
   * carries the `idempotencyKey` that was used.
   */
  async createOrder(order: CreateOrder, options: CreateOrderOptions = {}): Promise<CreatedOrder> {
    const { signal, idempotencyKey = randomUUID() } = options;
    if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
      throw new UsageError('idempotencyKey: 1 to 255 visible ASCII characters.');
    }
    const headers = { 'idempotency-key': idempotencyKey };
    const path = `/v1/webshops/${this.#webshopId}/orders`;
    try {
      const call = { method: 'POST', path, headers, body: order, signal } as const;
      const answer = await this.#line.ask(call, ({ status }) => status !== 202);
      const created = orderIn<CreatedOrder>(answer);
      if (answer.status === 202) throw new OrderUnknownError(created);
      return created;
    } catch (error) {
      if (error instanceof ToonbankError) error.idempotencyKey = idempotencyKey;
      throw error;
    }
  }

  /** How an order stands now, with everything that happened to it. Safe to ask as often as needed. */
  async getOrder(id: string, options: CallOptions = {}): Promise<OrderDetail> {
    const path = `/v1/orders/${checkedId('id', id)}`;
    return orderIn(await this.#line.ask({ method: 'GET', path, ...options }));
  }

  /**
   * What the shopper brought back: the address of the request, its query, or the parameters as your
   * framework parsed them. In constant time. Throws a {@link SignatureError} when Toonbank did not
   * sign it. A genuine return can be opened again at any time: it proves who wrote it, not how the
   * order stands today. `getOrder` does.
   */
  verifyReturn(returned: Returned): VerifiedReturn {
    if (this.#signingKeys.length === 0) {
      throw new UsageError('verifyReturn needs the signingKey that new Toonbank() was not given.');
    }
    return verifyWith(this.#signingKeys, returned);
  }
}

function orderIn<T extends { readonly id: string; readonly status: string }>(answer: Answered): T {
  const order = answer.body as T;
  if (typeof order.id === 'string' && typeof order.status === 'string') return order;
  throw new AnswerError('The answer is no order: check baseUrl.', answer.status, undefined);
}
