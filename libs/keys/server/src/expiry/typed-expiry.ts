import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import type { KeyVersion, TypedExpiry as Typed } from '@toonbank/keys/contract';
import { Clock, dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { Work, type WebshopScope } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { keyProblems } from '../key-problems';
import { KeyViews } from '../key-views';
import { KeysRepository } from '../keys.repository';
import { ExpiryWaits } from './expiry-waits';
import { firstWarning } from './warning-days';

const mostYears = 10;

/** When a key of the bank expires, as somebody read it in the dashboard: tokens need not say it. */
@Injectable()
export class TypedExpiry {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly views: KeyViews,
    private readonly waits: ExpiryWaits,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What the token says can't be typed over. Safe to repeat; the last word holds. */
  type(scope: WebshopScope, id: Id, { expiresOn }: Typed): Promise<KeyVersion> {
    const now = this.clock.now();
    if (expiresOn) demandDay(expiresOn, dayOf(now));
    return this.work.run(scope, async (tx) => {
      const held = await this.keys.lockOne(tx, scope.place, id);
      if (!held || held.kind === 'virtual') throw Problem.notFound('pair of keys');
      if (held.state === 'retired') throw keyProblems.shredded();
      if (held.expiresAt && !held.expiryTypedAt) throw keyProblems.expiryKnown();
      const expiresAt = expiresOn ? endOf(expiresOn) : null;
      if (held.expiresAt?.getTime() === expiresAt?.getTime()) return this.views.one(tx, held);
      const change = {
        expiresAt,
        expiryTypedBy: expiresAt && personOf(tx),
        expiryTypedAt: expiresAt && now,
        ...{ warnAt: firstWarning(expiresAt), warnedAt: null },
      };
      // Of another day people are warned anew.
      await this.waits.over(tx, id);
      await this.keys.change(tx, id, change);
      const { merchantId, environment, version, webshopId } = held;
      await this.audit.record(tx, {
        ...{ act: 'keys.expiry-typed', merchantId, subject: { kind: 'webshop', id: webshopId } },
        detail: { environment, version, on: expiresOn },
      });
      return this.views.one(tx, { ...held, ...change });
    });
  }
}

/** Within the day, so that it is told as that day. */
function endOf(day: string): Date {
  return new Date(startOfDay(dayAfter(day)).getTime() - 1);
}

function demandDay(day: string, today: string): void {
  const last = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
  if (day < today || day > last) throw keyProblems.expiryDay();
}
