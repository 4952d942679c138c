import { Injectable } from '@nestjs/common';
import { Clock, dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { type Envelope, Post } from '@toonbank/platform/mail';
import type { Id } from '@toonbank/primitives';
import type { KeyVersionEntity } from '../key-version.entity';
import { KeysRepository } from '../keys.repository';
import { ExpiryWaits } from './expiry-waits';
import { ExpiryWarnings, type Warning } from './expiry-warnings';
import { countsFrom, firstWarning, warningAfter } from './warning-days';

const worthMs = 7 * 86_400_000;
/** In one transaction; what is left is told by the next round. */
const mostAtOnce = 1_000;

/**
 * Warns of keys that expire, in one letter for all of an agency that are due, and stops when they do not
 * any more. That warnings were given is written down in the transaction that puts the mail in the post
 * and opens the tasks: a crash gives none, and a repeat gives no second.
 */
@Injectable()
export class ExpiryRadar {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly warnings: ExpiryWarnings,
    private readonly waits: ExpiryWaits,
    private readonly post: Post,
    private readonly clock: Clock,
  ) {}

  /**
   * Of how many keys; what is due later today goes along, so that keys of one day are one mail. 0 when
   * another worker was first, or a key changed meanwhile: then the next round writes another letter.
   */
  async warn(scope: Scope): Promise<number> {
    const now = this.clock.now();
    const tomorrow = startOfDay(dayAfter(dayOf(now)));
    const due = await this.work.read(scope, (tx) => this.keys.due(tx, tomorrow, mostAtOnce));
    if (!due[0] || due[0].warnAt! > now) return 0;
    const warning = await this.warnings.write(scope, due, now);
    const envelopes = await this.sealed(scope, warning);
    const given = { due, named: warning.named, envelopes, now };
    const isGiven = await this.work.run(scope, (tx) => this.give(tx, given));
    failpoint('key-expiry.done');
    if (!isGiven) return 0;
    for (const envelope of envelopes) await this.post.hurry(envelope);
    return due.length;
  }

  /** Another pair is in use. Should this one be again, people are warned anew. Safe to repeat. */
  stop(scope: Scope, id: Id): Promise<boolean> {
    return this.work.run(scope, async (tx) => {
      const [held] = await this.keys.hold(tx, [id]);
      if (!held || held.state === 'active') return false;
      await this.rest(tx, held, firstWarning(held.expiresAt));
      return true;
    });
  }

  private async give(tx: Tx, { due, named, envelopes, now }: Given): Promise<boolean> {
    const held = await this.keys.hold(
      tx,
      due.map(({ id }) => id),
    );
    if (!due.every((row) => held.some((one) => isStillDue(one, row)))) return false;
    for (const envelope of envelopes) await this.post.put(tx, envelope);
    for (const row of held) {
      if (named.has(row.id)) await this.warned(tx, row, now);
      else await this.rest(tx, row, null);
    }
    return true;
  }

  private async warned(tx: Tx, row: KeyVersionEntity, now: Date): Promise<void> {
    const warnedAt = row.warnedAt ?? now;
    await this.waits.soon(tx, row, warnedAt);
    failpoint('key-expiry.put');
    const warnAt = warningAfter(row.expiresAt!, countsFrom(row.warnAt!, now));
    await this.keys.change(tx, row.id, { warnAt, warnedAt });
  }

  /** Nobody has to do anything about it, until `warnAt` at least. */
  private async rest(tx: Tx, row: KeyVersionEntity, warnAt: Date | null): Promise<void> {
    await this.keys.change(tx, row.id, { warnAt, warnedAt: null });
    if (row.warnedAt) await this.waits.over(tx, row.id);
  }

  private sealed({ agencyId }: Scope, { to, letter }: Warning): Promise<(Envelope | null)[]> {
    const worthUntil = new Date(this.clock.millis() + worthMs);
    // Of keys of more than one merchant: about the agency, and for its own people only.
    const about = { kind: 'key-expiry', id: agencyId };
    const facts = { agencyId, merchantId: null, about, worthUntil };
    if (!letter) return Promise.resolve([]);
    return Promise.all(to.map((address) => this.post.seal({ ...facts, to: address, letter })));
  }
}

interface Given {
  readonly due: readonly KeyVersionEntity[];
  readonly named: Warning['named'];
  readonly envelopes: readonly (Envelope | null)[];
  readonly now: Date;
}

/** Whether a key is as it was when the letter was written. Who was first has moved `warnAt`. */
function isStillDue(held: KeyVersionEntity, seen: KeyVersionEntity): boolean {
  return (
    held.id === seen.id &&
    held.state === 'active' &&
    held.warnAt?.getTime() === seen.warnAt?.getTime() &&
    held.expiresAt?.getTime() === seen.expiresAt?.getTime()
  );
}
