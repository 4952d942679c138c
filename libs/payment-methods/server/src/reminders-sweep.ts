import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Sweeper, systemScope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { type Envelope, Post } from '@toonbank/platform/mail';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { ContractsRepository } from './contracts.repository';
import { type Reminder, Reminders } from './reminders';

const roundMs = 60_000;
/** In one round so many, and of one agency so many: who has hundreds does not hold up the others. */
const perRound = 50;
const perAgency = 10;
const worthMs = 7 * 24 * 3_600_000;

interface Due {
  readonly agency_id: Id;
  readonly id: Id;
}

/**
 * Reminds of clocks, once for each: that a reminder was sent is written down in the transaction that
 * puts the mail in the post, so a crash sends none and a repeat sends no second.
 */
@Injectable()
export class RemindersSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly contracts: ContractsRepository,
    private readonly reminders: Reminders,
    private readonly post: Post,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers of how many methods was reminded. */
  async round(): Promise<number> {
    return this.each(await this.due(), async ({ agency_id: agencyId, id }) => {
      const scope = systemScope(agencyId, 'payment-methods');
      const reminder = await this.reminders.write(scope, id);
      return reminder !== undefined && this.send(scope, reminder);
    });
  }

  private async send(scope: Scope, reminder: Reminder): Promise<boolean> {
    const envelopes = await this.sealed(scope, reminder);
    const isSent = await this.work.run(scope, (tx) => this.put(tx, reminder, envelopes));
    failpoint('method-reminder.done');
    if (isSent) for (const envelope of envelopes) await this.post.hurry(envelope);
    return isSent;
  }

  private sealed({ agencyId }: Scope, { row, to, letter }: Reminder): Promise<(Envelope | null)[]> {
    const worthUntil = new Date(this.clock.millis() + worthMs);
    const about = { kind: 'method', id: row.id };
    const { merchantId } = row;
    const seal = (address: string) =>
      this.post.seal({ agencyId, merchantId, about, to: address, letter, worthUntil });
    return Promise.all(to.map(seal));
  }

  /** False when somebody was first, or the method went on meanwhile. */
  private async put(tx: Tx, { row }: Reminder, envelopes: readonly (Envelope | null)[]) {
    const held = await this.contracts.lock(tx, row.id);
    const now = this.clock.now();
    const isDue = held?.remindAt && held.remindAt <= now;
    if (!isDue || held.turn !== row.turn || held.dueOn !== row.dueOn) return false;
    for (const envelope of envelopes) await this.post.put(tx, envelope);
    failpoint('method-reminder.put');
    // Where no mail is sent nobody was reminded, and nothing is tried again.
    const remindedAt = envelopes.some((envelope) => envelope !== null) ? now : null;
    await this.contracts.update(tx, row.id, { remindAt: null, remindedAt });
    return true;
  }

  private due(): Promise<Due[]> {
    return this.sweeper.rows<Due>(
      `select agency_id, id from (
         select agency_id, id, remind_at,
           row_number() over (partition by agency_id order by remind_at, id) as place
         from method_contract where remind_at <= $1
       ) fair
       where place <= $2 order by place, remind_at limit $3`,
      [this.clock.now(), perAgency, perRound],
    );
  }
}
