import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { type Span, UrlPeriodsRepository } from './url-periods.repository';

/** One webshop under one URL: from an instant that is in it, until one that is not; null is open. */
export interface UrlPeriod {
  readonly webshopId: Id;
  readonly merchantId: Id;
  readonly shopId: Id;
  readonly url: string;
  readonly from: Date;
  readonly until: Date | null;
}

/**
 * Which URLs there were and when, for whoever counts them (S27): what the meter reads instead of
 * keeping a counter. The periods of a webshop never overlap, and end where the webshop ends.
 */
@Injectable()
export class UrlHistory {
  constructor(private readonly periods: UrlPeriodsRepository) {}

  /**
   * The periods that touch a span (half open, too), whole and not cut to it; by merchant and shop,
   * the oldest first. In the caller's transaction, so it sees what the caller's scope sees.
   */
  async within(tx: Tx, span: Span): Promise<UrlPeriod[]> {
    const rows = await this.periods.touching(tx, span);
    return rows.map(({ webshopId, merchantId, shopId, url, validFrom, validUntil }) => {
      return { webshopId, merchantId, shopId, url, from: validFrom, until: validUntil };
    });
  }
}
