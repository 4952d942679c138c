import type { OrderStatus } from '@toonbank/orders/contract';
import { transition } from './order-status';

/** An order as it stands, locked, with all its announcements. */
export interface KnownOrder {
  readonly id: string;
  readonly merchantOrderId: string;
  readonly amount: number;
  readonly status: OrderStatus;
  readonly createdAt: Date;
  readonly announcements: readonly KnownAnnouncement[];
}

export interface KnownAnnouncement {
  readonly id: string;
  readonly number: number;
  readonly state: 'announcing' | 'announced' | 'unknown' | 'refused';
  readonly omnikassaOrderId: string | null;
  readonly endStatus: string | null;
}

/** One result of a page, in our units. */
export interface ReportedResult {
  readonly omnikassaOrderId: string;
  readonly merchantOrderId: string;
  readonly poiId: string;
  readonly orderStatus: string;
  readonly paid: number;
  readonly total: number;
  readonly currency: string;
}

export type Contradiction =
  | 'unknown-status'
  | 'other-webshop'
  | 'other-amount'
  | 'not-paid-in-full'
  | 'other-end-status'
  | 'end-status-left'
  | 'paid-twice';

/** What one result of the page means. `orderId` and `announcementId` are missing when it is foreign. */
export interface ResultVerdict {
  readonly position: number;
  readonly verdict: 'applied' | 'repeat' | 'superseded' | 'contradiction' | 'foreign';
  readonly orderId?: string;
  readonly announcementId?: string;
  readonly why?: Contradiction;
}

export interface OrderChange {
  readonly orderId: string;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  readonly paid: number;
}

export interface AnnouncementChange {
  readonly announcementId: string;
  readonly omnikassaOrderId: string;
  readonly endStatus: string;
}

export interface Decision {
  readonly verdicts: readonly ResultVerdict[];
  readonly orders: readonly OrderChange[];
  readonly announcements: readonly AnnouncementChange[];
}

const reportable = ['COMPLETED', 'CANCELLED', 'EXPIRED'] as const;
type Reportable = (typeof reportable)[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What a whole page of results means for the orders it is about: pure, so that every crash and every
 * repetition can be tried without a database. Results that arrive twice, in another order or split
 * over other pages lead to the same final state; whatever contradicts changes nothing and is said.
 */
export function decideResults(
  known: readonly KnownOrder[],
  results: readonly ReportedResult[],
  poiId: string | null,
): Decision {
  const page = new PageDecision(known, poiId);
  results.forEach((result, position) => page.take(result, position));
  return page.decision();
}

class PageDecision {
  private readonly orders: Map<string, KnownOrder>;
  private readonly verdicts: ResultVerdict[] = [];
  private readonly orderChanges = new Map<string, OrderChange>();
  private readonly announcementChanges = new Map<string, AnnouncementChange>();

  constructor(
    known: readonly KnownOrder[],
    private readonly poiId: string | null,
  ) {
    this.orders = new Map(known.map((order) => [order.id, order]));
  }

  decision(): Decision {
    return {
      verdicts: this.verdicts,
      orders: [...this.orderChanges.values()],
      announcements: [...this.announcementChanges.values()],
    };
  }

  take(result: ReportedResult, position: number): void {
    const match = this.match(result);
    if (!match) {
      this.verdicts.push({ position, verdict: 'foreign' });
      return;
    }
    const { order, announcement } = match;
    const ids = { position, orderId: order.id, announcementId: announcement.id };
    const why = this.fault(order, announcement, result);
    if (why) {
      this.verdicts.push({ ...ids, verdict: 'contradiction', why });
      return;
    }
    const status = result.orderStatus as Reportable;
    this.note(order, announcement, result, status);
    this.verdicts.push({ ...ids, ...this.settle(order, announcement, result, status) });
  }

  /** By the bank's number; else the oldest unanswered announcement with this number and amount. */
  private match(result: ReportedResult) {
    const orders = [...this.orders.values()];
    for (const order of orders) {
      const announcement = order.announcements.find(
        (a) => a.omnikassaOrderId === result.omnikassaOrderId,
      );
      if (announcement) return { order, announcement };
    }
    if (!uuid.test(result.omnikassaOrderId)) return undefined;
    for (const order of orders) {
      if (order.merchantOrderId !== result.merchantOrderId || order.amount !== result.total)
        continue;
      const announcement = [...order.announcements]
        .sort((a, b) => a.number - b.number)
        .find((a) => !a.omnikassaOrderId && (a.state === 'unknown' || a.state === 'announcing'));
      if (announcement) return { order, announcement };
    }
    return undefined;
  }

  /** What makes it impossible to believe the result as it stands. */
  private fault(
    order: KnownOrder,
    announcement: KnownAnnouncement,
    result: ReportedResult,
  ): Contradiction | undefined {
    if (!reportable.includes(result.orderStatus as Reportable)) return 'unknown-status';
    if (this.poiId !== null && result.poiId !== this.poiId) return 'other-webshop';
    if (result.total !== order.amount || result.currency !== 'EUR') return 'other-amount';
    if (result.orderStatus === 'COMPLETED' && result.paid !== result.total) {
      return 'not-paid-in-full';
    }
    const said = announcement.endStatus;
    if (said !== null && said !== result.orderStatus) return 'other-end-status';
    return undefined;
  }

  /** Remembers what became of the announcement, also for the later results of this page. */
  private note(
    order: KnownOrder,
    announcement: KnownAnnouncement,
    { omnikassaOrderId }: ReportedResult,
    endStatus: Reportable,
  ): void {
    if (announcement.endStatus === endStatus && announcement.omnikassaOrderId) return;
    const noted = { ...announcement, state: 'announced' as const, omnikassaOrderId, endStatus };
    this.announcementChanges.set(announcement.id, {
      announcementId: announcement.id,
      omnikassaOrderId,
      endStatus,
    });
    const announcements = order.announcements.map((a) => (a.id === noted.id ? noted : a));
    this.orders.set(order.id, { ...order, announcements });
  }

  /** What it means for the order. Only money, or the end of the current announcement, ends it. */
  private settle(
    order: KnownOrder,
    announcement: KnownAnnouncement,
    { paid }: ReportedResult,
    to: Reportable,
  ): Pick<ResultVerdict, 'verdict' | 'why'> {
    const again = announcement.endStatus === to;
    const current = order.announcements.every((a) => a.number <= announcement.number);
    const paidElsewhere = order.announcements.some(
      (a) => a.id !== announcement.id && a.endStatus === 'COMPLETED',
    );
    if (again) return { verdict: 'repeat' };
    if (to === 'COMPLETED' && paidElsewhere) return { verdict: 'contradiction', why: 'paid-twice' };
    if (to !== 'COMPLETED' && (!current || paidElsewhere)) return { verdict: 'superseded' };
    const step = transition(order.status, to);
    if (step === 'contradiction') return { verdict: 'contradiction', why: 'end-status-left' };
    if (step === 'repeat') return { verdict: 'repeat' };
    this.orderChanges.set(order.id, { orderId: order.id, from: order.status, to, paid });
    this.orders.set(order.id, { ...this.orders.get(order.id)!, status: to });
    return { verdict: 'applied' };
  }
}
