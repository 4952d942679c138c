import { Injectable, Logger } from '@nestjs/common';
import type { Candidate } from '@toonbank/keys/server';
import { OrderCases, ResultsService } from '@toonbank/orders/server';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Live } from '@toonbank/platform/queue';
import { PageReader } from './page-reader';
import { type LandedPage, PullsRepository } from './pulls.repository';

/** Applies landed pages of results, each whole. */
@Injectable()
export class PagesService {
  private readonly logger = new Logger('Pages');

  constructor(
    private readonly work: Work,
    private readonly pulls: PullsRepository,
    private readonly reader: PageReader,
    private readonly results: ResultsService,
    private readonly cases: OrderCases,
    private readonly live: Live,
  ) {}

  /** Applies what landed and was not applied, by this or by an earlier process. Oldest first. */
  async applyLanded(scope: WebshopScope): Promise<void> {
    const pages = await this.work.read(scope, (tx) => this.pulls.landed(tx));
    for (const page of pages) await this.apply(scope, page);
  }

  /**
   * Applies one page in one transaction. `keys` are those that verified when the bank was asked: one
   * may have been destroyed since. Answers whether the bank has more behind the same token.
   */
  async apply(
    scope: WebshopScope,
    page: LandedPage,
    keys: readonly Candidate[] = [],
  ): Promise<boolean> {
    const read = await this.reader.read(scope, page, keys);
    if (read.kind === 'quarantine') {
      await this.quarantine(scope, page, read.why);
      return false;
    }
    const { results, more, poiId } = read;
    const { merchantId, place } = scope;
    const changed = await this.work.run(scope, async (tx) => {
      if (!(await this.pulls.lockLanded(tx, page.id))) return 0;
      const orders = await this.results.apply(tx, {
        ...place,
        ...{ id: page.id, merchantId, poiId, results },
      });
      await this.pulls.settlePage(tx, page.id, 'applied');
      return orders;
    });
    failpoint('pull.after-apply');
    if (changed > 0) this.live.say(scope.agencyId);
    return more;
  }

  /**
   * A page that cannot be believed is kept as it came and changes no status. The bank may not hand
   * it out again, so every open order it may be about wants a look.
   */
  private async quarantine(scope: WebshopScope, page: LandedPage, why: string): Promise<void> {
    this.logger.warn({ pageId: page.id, why }, 'a page was quarantined');
    const { id: attemptId, landedAt } = page;
    const window = { attemptId, from: landedAt, until: landedAt };
    await this.cases.raiseWindow(scope.agencyId, scope.place, window);
    await this.work.run(scope, (tx) => this.pulls.settlePage(tx, page.id, 'quarantined'));
  }
}
