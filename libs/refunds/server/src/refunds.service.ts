import { Injectable } from '@nestjs/common';
import { environmentOf } from '@toonbank/orders/server';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type {
  Refund,
  RefundFilter,
  RefundPage,
  RefundQuery,
  RefundTotals,
} from '@toonbank/refunds/contract';
import { RefundAnswers } from './refund-answers';
import { type AskedRefund, RefundRequests } from './refund-requests';
import { RefundViews } from './refund-views';
import { RefundsRepository } from './refunds.repository';

const list = 'refunds';

/** Refunds: asked for and looked at. */
@Injectable()
export class RefundsService {
  constructor(
    private readonly work: Work,
    private readonly refunds: RefundsRepository,
    private readonly requests: RefundRequests,
    private readonly answers: RefundAnswers,
    private readonly views: RefundViews,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Safe to repeat with the same key: one that is still on its way to the bank is sent again under the
   * same request id, any other comes back as it is.
   */
  async request(scope: Scope, asked: AskedRefund): Promise<Refund> {
    return this.answers.of(scope, await this.requests.take(scope, asked));
  }

  get(scope: Scope, id: Id): Promise<Refund> {
    return this.work.read(scope, async (tx) => {
      const row = await this.refunds.find(tx, id);
      if (!row) throw Problem.notFound('refund');
      return this.views.one(tx, row);
    });
  }

  /** A page of one environment, newest first. */
  page(scope: Scope, query: RefundQuery): Promise<RefundPage> {
    const { agencyId } = scope;
    const environment = environmentOf(scope, query.environment);
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const rows = await this.refunds.page(tx, { ...query, environment }, after);
      const { page, last } = cutPage(rows, query.limit);
      const key = last && [last.requestedAt.toISOString(), last.id];
      return {
        items: await this.views.all(tx, page),
        next: key ? this.cursors.write(list, agencyId, key) : null,
      };
    });
  }

  /** Of all that a list would hold, in one environment: how many and how much. */
  totals(scope: Scope, filter: RefundFilter): Promise<RefundTotals> {
    const environment = environmentOf(scope, filter.environment);
    return this.work.read(scope, async (tx) => ({
      environment,
      totals: await this.refunds.totals(tx, { ...filter, environment }),
    }));
  }
}
