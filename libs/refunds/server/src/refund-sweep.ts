import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { RefundSending } from './refund-sending';
import type { RefundEntity } from './refund.entity';
import { RefundsRepository } from './refunds.repository';

const roundMs = 10_000;
/** The bank is asked so often in a round at most, and of one agency's refunds so many. */
const perRound = 50;
const perAgency = 10;
/** Longer than a call can take: nobody else asks meanwhile, and somebody does after a crash. */
const heldMs = 60_000;

interface Due {
  readonly agency_id: Id;
  readonly id: Id;
}

/**
 * Follows refunds to their end, within a budget: whatever is due by its row, fairly over agencies. It
 * finds what a crash left between the row and the bank's answer, too.
 */
@Injectable()
export class RefundSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly refunds: RefundsRepository,
    private readonly sending: RefundSending,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many refunds the bank was asked about. */
  async round(): Promise<number> {
    return this.each(await this.due(), (due) => this.goOn(due));
  }

  /** Whether the bank was asked. */
  private async goOn({ agency_id: agencyId, id }: Due): Promise<boolean> {
    const scope = systemScope(agencyId, 'refunds');
    const row = await this.work.run(scope, (tx) => this.claim(tx, id));
    failpoint('refund-sweep.claimed');
    if (row) await this.sending.goOn(scope, row);
    return row !== undefined;
  }

  /** Undefined when another worker has it, or it needs nothing any more. */
  private async claim(tx: Tx, id: Id): Promise<RefundEntity | undefined> {
    const row = await this.refunds.lock(tx, id);
    const now = this.clock.now();
    if (!row?.nextAt || row.nextAt > now) return undefined;
    await this.refunds.update(tx, id, { nextAt: new Date(now.getTime() + heldMs) });
    failpoint('refund-sweep.claiming');
    return row;
  }

  private due(): Promise<Due[]> {
    return this.sweeper.rows<Due>(
      `select agency_id, id from (
         select agency_id, id, next_at,
           row_number() over (partition by agency_id order by next_at) as place
         from refund where next_at <= $1
       ) fair
       where place <= $2 order by place, next_at limit $3`,
      [this.clock.now(), perAgency, perRound],
    );
  }
}
