import { Injectable } from '@nestjs/common';
import { OrderStatusChanged, orderStatusChanged } from '@toonbank/orders/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { eventType, Outbox } from '@toonbank/platform/outbox';
import type { Id } from '@toonbank/primitives';
import {
  type Decision,
  decideResults,
  type KnownOrder,
  type ReportedResult,
  type ResultVerdict,
} from './decide-results';
import { type Finding, type Happening, HistoryRepository } from './history.repository';
import { OrderDaysRepository, type OrderMove } from './order-days.repository';
import { type OwnedTransaction, ResultsRepository } from './results.repository';

/** A page of results whose signature was verified, in our units. */
export interface VerifiedPage extends WebshopPlace {
  readonly id: Id;
  readonly merchantId: Id;
  readonly poiId: string | null;
  readonly results: readonly VerifiedResult[];
}

export interface VerifiedResult extends ReportedResult {
  readonly transactions: readonly Omit<OwnedTransaction, 'orderId' | 'announcementId'>[];
}

const statusChanged = eventType(orderStatusChanged, OrderStatusChanged);

/** Applies what the bank reports to our orders. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly repository: ResultsRepository,
    private readonly history: HistoryRepository,
    private readonly days: OrderDaysRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies one page inside the caller's transaction: everything of it or nothing. Safe to repeat, in
   * any order and from several workers at once. A contradiction becomes a case for a person; it never
   * holds up the rest of its page. Answers how many orders changed.
   */
  async apply(tx: Tx, page: VerifiedPage): Promise<number> {
    if (page.results.length === 0 || (await this.repository.isApplied(tx, page.id))) return 0;
    const at = this.clock.now();
    const known = await this.repository.lock(tx, page, page.results);
    const decision = decideResults(known, page.results, page.poiId);
    await this.write(tx, page, decision, at);
    await this.days.move(tx, movesOf(page, known, decision));
    await this.history.add(tx, happeningsOf(page, decision));
    await this.history.openCases(tx, findingsOf(page, decision));
    await this.history.closeAnswered(
      tx,
      decision.orders.map((c) => c.orderId),
    );
    await this.outbox.add(tx, statusChanged, tellingsOf(page, decision, at));
    return decision.orders.length;
  }

  private async write(tx: Tx, page: VerifiedPage, decision: Decision, at: Date): Promise<void> {
    const { orders: changes, announcements, verdicts } = decision;
    const transactions = transactionsOf(page, decision);
    await this.repository.writeOrders(tx, { changes, brands: brandsOf(transactions) }, at);
    await this.repository.writeAnnouncements(tx, announcements, at);
    verdicts.forEach(() => failpoint('apply.result'));
    await this.repository.writeTransactions(tx, transactions);
    await this.repository.writeVerdicts(tx, page, page.results, verdicts, at);
  }
}

/** The method of the latest try of each order. */
function brandsOf(transactions: readonly OwnedTransaction[]): ReadonlyMap<Id, string> {
  const inTime = [...transactions].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  return new Map(inTime.map(({ orderId, paymentBrand }) => [orderId, paymentBrand]));
}

function movesOf(
  { merchantId, webshopId, environment }: VerifiedPage,
  known: readonly KnownOrder[],
  { orders }: Decision,
): OrderMove[] {
  const byId = new Map(known.map((order) => [order.id, order]));
  return orders.map(({ orderId, from, to, paid }) => {
    const { createdAt, amount } = byId.get(orderId)!;
    return { merchantId, webshopId, environment, createdAt, amount, paid, from, to };
  });
}

/** Transactions of results that we believe and that belong to an order of ours. */
function transactionsOf(page: VerifiedPage, { verdicts }: Decision): OwnedTransaction[] {
  const owned = new Map<string, OwnedTransaction>();
  for (const { position, verdict, orderId, announcementId } of verdicts) {
    if (!orderId || !announcementId || verdict === 'contradiction') continue;
    for (const transaction of page.results[position]!.transactions) {
      owned.set(`${orderId}|${transaction.id}`, { ...transaction, orderId, announcementId });
    }
  }
  return [...owned.values()];
}

function happeningsOf(page: VerifiedPage, { orders, verdicts }: Decision): Happening[] {
  const ended = orders.map(({ orderId, from, to, paid }) => ({
    orderId,
    merchantId: page.merchantId,
    kind: 'ended',
    by: 'bank' as const,
    detail: { from, to, paid, pageId: page.id },
  }));
  const superseded = verdicts
    .filter((v) => v.verdict === 'superseded')
    .map((v) => ({
      orderId: v.orderId!,
      merchantId: page.merchantId,
      kind: 'superseded-announcement-ended',
      by: 'bank' as const,
      detail: { status: page.results[v.position]!.orderStatus, pageId: page.id },
    }));
  return [...ended, ...superseded];
}

function findingsOf(page: VerifiedPage, { verdicts }: Decision): Finding[] {
  const isContradiction = (v: ResultVerdict) => v.verdict === 'contradiction';
  const { webshopId, environment, merchantId } = page;
  const findings = verdicts.filter(isContradiction).map((v): Finding => {
    const { omnikassaOrderId, orderStatus, paid, total } = page.results[v.position]!;
    return {
      ...{ webshopId, environment, merchantId },
      orderId: v.orderId!,
      kind: 'contradiction',
      subject: `${omnikassaOrderId}|${orderStatus}|${v.why}`,
      detail: { why: v.why, omnikassaOrderId, orderStatus, paid, total, pageId: page.id },
    };
  });
  return [...new Map(findings.map((f) => [`${f.orderId}|${f.subject}`, f])).values()];
}

function tellingsOf(page: VerifiedPage, { orders }: Decision, at: Date) {
  const { webshopId, environment, merchantId } = page;
  return orders.map(({ orderId, from, to }) => ({
    ...{ webshopId, environment, merchantId },
    payload: { orderId, from, to, at: at.toISOString() },
  }));
}
