import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper } from '@toonbank/platform/db';
import { Hints, Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { SendMail } from './send-mail.job';

const roundMs = 5_000;
/** At most so many of one agency a round: who writes to thousands doesn't keep the others waiting. */
const perAgency = 50;
const perRound = 500;

/** Finds mails that are due from the rows alone, and hints at them again. */
@Injectable()
export class MailSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many it hinted at. */
  async round(): Promise<number> {
    const due = await this.sweeper.rows<{ agency_id: Id; id: Id }>(
      `select agency_id, id from (
         select agency_id, id, due_at,
           row_number() over (partition by agency_id order by due_at) as place
         from mail where state = 'waiting' and due_at <= $1
       ) fair
       where place <= $2 order by place, due_at limit $3`,
      [this.clock.now(), perAgency, perRound],
    );
    const hints = due.map(({ agency_id: agencyId, id: mailId }) => ({ agencyId, mailId }));
    await this.hints.add(SendMail, hints);
    return due.length;
  }
}
