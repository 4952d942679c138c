import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import { Clock, dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { SayEndingAtBank, SetWebshopEnding, WebshopDetail } from '@toonbank/shop/contract';
import { saidNow, takenBack } from './ending-at-bank';
import { endingProblems, noEnding } from './ending-problems';
import { EndingWaits } from './ending-waits';
import { WebshopViews } from './webshop-views';
import { hasEnded } from './webshop-wire';
import type { WebshopEntity } from './webshop.entity';
import { type BankEndColumns, type EndingColumns, WebshopsRepository } from './webshops.repository';

const mostYears = 10;

/** A webshop as somebody needs it who begins something with many of them. */
export interface Standing {
  readonly merchantId: Id;
  readonly works: boolean;
}

/**
 * The end of a webshop (S11). It is Toonbank's own record: at the bank a person ends the webshop.
 * May be set, moved and undone until the midnight after its last day, never after.
 */
@Injectable()
export class WebshopEndings {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly views: WebshopViews,
    private readonly audit: Audit,
    private readonly waits: EndingWaits,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: the same day and reason again change nothing. */
  set(scope: Scope, id: Id, { endsOn, reason }: SetWebshopEnding): Promise<WebshopDetail> {
    return this.work.run(scope, async (tx) => {
      const before = await this.changeable(tx, id);
      this.mayBeLast(endsOn);
      const same = before.endsOn === endsOn && before.endingReason === (reason ?? null);
      if (same) return this.views.detail(tx, before);
      const ending = {
        ...{ endsOn, endsAt: startOfDay(dayAfter(endsOn)), endingReason: reason ?? null },
        ...{ endingSetAt: this.clock.now(), endingSetBy: personOf(tx) },
      };
      const detail = { from: before.endsOn, to: endsOn };
      return this.write(tx, { before, ending, act: 'webshop.ending-set', detail });
    });
  }

  /** Safe to repeat: without an end there is nothing to undo. */
  undo(scope: Scope, id: Id): Promise<WebshopDetail> {
    return this.work.run(scope, async (tx) => {
      const before = await this.changeable(tx, id);
      if (before.endsOn === null) return this.views.detail(tx, before);
      const detail = { from: before.endsOn };
      return this.write(tx, { before, ending: noEnding, act: 'webshop.ending-undone', detail });
    });
  }

  /**
   * A person did at the bank what there was to do: its last day is the one that stands here (null: it
   * has none). Also after the webshop has ended. Safe to repeat.
   */
  saidAtBank(scope: Scope, id: Id, { endsOn }: SayEndingAtBank): Promise<WebshopDetail> {
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx, id);
      if (before.endsOn !== endsOn) throw endingProblems.moved();
      if (before.bankEndsOn === endsOn) return this.views.detail(tx, before);
      const end = saidNow(before, { endsOn, at: this.clock.now(), by: personOf(tx) });
      return this.writeAtBank(tx, { before, end, act: 'webshop.ending-at-bank' });
    });
  }

  /**
   * What was said last was a mistake: it is as before it, and a task again where there is something to
   * do. Safe to repeat: one word is taken back, not the one before it, too.
   */
  takeBackAtBank(scope: Scope, id: Id): Promise<WebshopDetail> {
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx, id);
      const end = takenBack(before);
      if (!end) return this.views.detail(tx, before);
      return this.writeAtBank(tx, { before, end, act: 'webshop.ending-at-bank-undone' });
    });
  }

  /** In the caller's transaction: a 409 problem when this webshop has ended, so starts nothing new. */
  async mustWork(tx: Tx, webshopId: Id): Promise<void> {
    const row = await this.webshops.find(tx, webshopId);
    if (!row) throw Problem.notFound('webshop');
    if (hasEnded(row, this.clock.now())) throw endingProblems.ended();
  }

  /** The same as an answer: false when it has ended, or is not there. */
  async works(tx: Tx, webshopId: Id): Promise<boolean> {
    const row = await this.webshops.find(tx, webshopId);
    return row !== null && !hasEnded(row, this.clock.now());
  }

  /** Of several at once: whose each is, and whether it still works. What is not there is left out. */
  async standing(tx: Tx, webshopIds: readonly Id[]): Promise<ReadonlyMap<Id, Standing>> {
    const rows = await this.webshops.byIds(tx, webshopIds);
    const now = this.clock.now();
    return new Map(
      rows.map((row) => [row.id, { merchantId: row.merchantId, works: !hasEnded(row, now) }]),
    );
  }

  private async held(tx: Tx, id: Id): Promise<WebshopEntity> {
    const row = await this.webshops.lock(tx, id);
    if (!row) throw Problem.notFound('webshop');
    return row;
  }

  private async changeable(tx: Tx, id: Id): Promise<WebshopEntity> {
    const row = await this.held(tx, id);
    if (hasEnded(row, this.clock.now())) throw endingProblems.ended();
    return row;
  }

  private mayBeLast(day: string): void {
    const today = dayOf(this.clock.now());
    const last = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
    if (day < today || day > last) throw endingProblems.day();
  }

  private async write(tx: Tx, { before, ending, act, detail }: Told): Promise<WebshopDetail> {
    const { id, merchantId } = before;
    await this.webshops.setEnding(tx, id, ending);
    await this.waits.tell(tx, { ...before, ...ending }, this.clock.now());
    await this.audit.record(tx, { act, merchantId, subject: { kind: 'webshop', id }, detail });
    return this.views.detail(tx, { ...before, ...ending });
  }

  private async writeAtBank(tx: Tx, { before, end, act }: ToldAtBank): Promise<WebshopDetail> {
    const { id, merchantId } = before;
    const after = { ...before, ...end };
    await this.webshops.setBankEnd(tx, id, end);
    await this.waits.tell(tx, after, this.clock.now());
    const detail = { from: before.bankEndsOn, to: end.bankEndsOn };
    await this.audit.record(tx, { act, merchantId, subject: { kind: 'webshop', id }, detail });
    return this.views.detail(tx, after);
  }
}

interface ToldAtBank {
  readonly before: WebshopEntity;
  readonly end: BankEndColumns;
  readonly act: 'webshop.ending-at-bank' | 'webshop.ending-at-bank-undone';
}

interface Told {
  readonly before: WebshopEntity;
  readonly ending: EndingColumns;
  readonly act: 'webshop.ending-set' | 'webshop.ending-undone';
  readonly detail: Readonly<Record<string, string | null>>;
}
