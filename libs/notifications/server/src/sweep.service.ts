import { Injectable } from '@nestjs/common';
import { OrderCases } from '@toonbank/orders/server';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper } from '@toonbank/platform/db';
import { Hints, Rounds } from '@toonbank/platform/queue';
import type { Environment, Id } from '@toonbank/primitives';
import { LostPages } from './lost-pages';
import { PullResults } from './pull-results.job';

const roundMs = 2_000;
/** A hint that was not lost has been worked off by then. */
const waitedMs = 2_000;
/** At most so many webshops of one agency per round: a busy agency does not keep the others waiting. */
const perAgency = 20;
const perRound = 500;

interface Due {
  readonly agency_id: Id;
  readonly merchant_id: Id;
  readonly webshop_id: Id;
  readonly environment: Environment;
}

/**
 * The guarantee behind the hints: every round it finds what waited too long, from the rows alone, and
 * hints again. Any number of them may run at once; a double hint finds a held lease and goes away.
 */
@Injectable()
export class Sweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly hints: Hints,
    private readonly lostPages: LostPages,
    private readonly cases: OrderCases,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many webshop environments were hinted. */
  async round(): Promise<number> {
    await this.lostPages.find();
    await this.cases.raiseUnanswered();
    const due = await this.due();
    await this.hints.add(
      PullResults,
      due.map((d) => ({
        agencyId: d.agency_id,
        merchantId: d.merchant_id,
        webshopId: d.webshop_id,
        environment: d.environment,
      })),
    );
    return due.length;
  }

  /** Webshops with pings or pages that wait, fairly over agencies. */
  private due(): Promise<Due[]> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - waitedMs);
    return this.sweeper.rows<Due>(
      `select agency_id, merchant_id, webshop_id, environment from (
         select w.*, row_number() over (partition by agency_id order by waits_since) as place
         from (
           select agency_id, merchant_id, webshop_id, environment, min(received_at) as waits_since
           from notification
           where state = 'waiting' and received_at < $1
           group by 1, 2, 3, 4
           union all
           select agency_id, merchant_id, webshop_id, environment, min(landed_at)
           from raw_page where state = 'landed' and landed_at < $1
           group by 1, 2, 3, 4
         ) w
       ) fair
       where place <= $2 order by place, waits_since limit $3`,
      [before, perAgency, perRound],
    );
  }
}
