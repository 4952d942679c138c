import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { type Envelope, Post } from '@toonbank/platform/mail';
import type { Id } from '@toonbank/primitives';
import type { KeyVersionEntity } from '../key-version.entity';
import { KeysRepository } from '../keys.repository';
import { ExpiryWaits } from './expiry-waits';
import { ExpiryWarnings, type Warning } from './expiry-warnings';
import { firstWarning, warningAfter } from './warning-days';

const worthMs = 7 * 86_400_000;

/**
 * Warns of one key that expires, and stops when it does not any more. That a warning was given is
 * written down in the transaction that puts the mail in the post and opens the task: a crash gives none,
 * and a repeat gives no second.
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

  /** False when another worker was first, or the key is not in use any more. */
  async warn(scope: Scope, id: Id): Promise<boolean> {
    const row = await this.work.read(scope, (tx) => this.keys.find(tx, id));
    const now = this.clock.now();
    if (!row?.expiresAt || !isDue(row, now)) return false;
    const warning = await this.warnings.write(scope, row, now);
    if (!warning) return this.rest(scope, id, null);
    const envelopes = await this.sealed(scope, row, warning);
    const isGiven = await this.work.run(scope, (tx) => this.give(tx, row, envelopes));
    if (isGiven) for (const envelope of envelopes) await this.post.hurry(envelope);
    return isGiven;
  }

  /** Another pair is in use. Should this one be again, people are warned anew. Safe to repeat. */
  async stop(scope: Scope, id: Id): Promise<boolean> {
    const row = await this.work.read(scope, (tx) => this.keys.find(tx, id));
    if (!row || row.state === 'active') return false;
    return this.rest(scope, id, firstWarning(row.expiresAt));
  }

  /** Nobody has to do anything about it, until `warnAt` at least. */
  private rest(scope: Scope, id: Id, warnAt: Date | null): Promise<boolean> {
    return this.work.run(scope, async (tx) => {
      const held = await this.keys.hold(tx, id);
      if (!held) return false;
      await this.keys.change(tx, id, { warnAt, warnedAt: null });
      if (held.warnedAt) await this.waits.over(tx, id);
      return true;
    });
  }

  private async give(tx: Tx, row: KeyVersionEntity, envelopes: readonly (Envelope | null)[]) {
    const held = await this.keys.hold(tx, row.id);
    const now = this.clock.now();
    const isSame = held?.expiresAt?.getTime() === row.expiresAt?.getTime();
    if (!held?.expiresAt || !isSame || !isDue(held, now)) return false;
    for (const envelope of envelopes) await this.post.put(tx, envelope);
    await this.waits.soon(tx, held, held.warnedAt ?? now);
    failpoint('key-expiry.put');
    const warnAt = warningAfter(held.expiresAt, now);
    await this.keys.change(tx, row.id, { warnAt, warnedAt: held.warnedAt ?? now });
    return true;
  }

  private sealed({ agencyId }: Scope, row: KeyVersionEntity, { to, letter }: Warning) {
    const worthUntil = new Date(this.clock.millis() + worthMs);
    const about = { kind: 'key', id: row.id };
    const { merchantId } = row;
    return Promise.all(
      to.map((address) =>
        this.post.seal({ agencyId, merchantId, about, to: address, letter, worthUntil }),
      ),
    );
  }
}

function isDue({ state, kind, warnAt }: KeyVersionEntity, now: Date): boolean {
  return kind === 'bank' && state === 'active' && warnAt !== null && warnAt <= now;
}
