import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope, Work, type WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { AnnouncementsRepository } from './announcements.repository';
import { HistoryRepository } from './history.repository';
import { OrdersRepository } from './orders.repository';

const unansweredMs = 24 * 3_600_000;
const batch = 200;

/** Raises the orders that only a person can settle. */
@Injectable()
export class OrderCases {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly announcements: AnnouncementsRepository,
    private readonly orders: OrdersRepository,
    private readonly history: HistoryRepository,
    private readonly clock: Clock,
  ) {}

  /** Announcements that nobody has heard of for a day: the bank keeps its word for no longer (S24). */
  async raiseUnanswered(): Promise<void> {
    const before = new Date(this.clock.millis() - unansweredMs);
    const agencies = await this.sweeper.rows<{ agency_id: Id }>(
      `select distinct agency_id from announcement
       where state in ('announcing', 'unknown') and sent_at < $1`,
      [before],
    );
    for (const { agency_id: agencyId } of agencies) {
      await this.work.run(systemScope(agencyId, 'unanswered'), async (tx) => {
        const found = await this.announcements.unanswered(tx, before, batch);
        const findings = found.map((a) => ({
          ...{ orderId: a.orderId, merchantId: a.merchantId },
          ...{ webshopId: a.webshopId, environment: a.environment },
          kind: 'unanswered' as const,
          subject: a.id,
          detail: { sentAt: a.sentAt.toISOString() },
        }));
        await this.history.openCases(tx, findings);
      });
    }
  }

  /**
   * A page that the bank may have handed out never landed: whatever it held is lost to us, so every
   * open order of this webshop environment wants a look. Closed by itself once the bank reports.
   */
  async raiseWindow(
    agencyId: Id,
    place: WebshopPlace,
    window: { readonly attemptId: Id; readonly from: Date; readonly until: Date },
  ): Promise<number> {
    return this.work.run(systemScope(agencyId, 'lost-page'), async (tx) => {
      const open = await this.orders.open(tx, place);
      const findings = open.map((order) => ({
        ...place,
        orderId: order.id,
        merchantId: order.merchantId,
        kind: 'window' as const,
        subject: window.attemptId,
        detail: { from: window.from.toISOString(), until: window.until.toISOString() },
      }));
      await this.history.openCases(tx, findings);
      return findings.length;
    });
  }
}
