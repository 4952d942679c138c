import { Injectable } from '@nestjs/common';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Refund } from '@toonbank/refunds/contract';
import { RefundSending } from './refund-sending';
import { RefundViews } from './refund-views';
import type { RefundEntity } from './refund.entity';

/** What whoever asked or decided is told: the refund after its first call to the bank, if it wants one. */
@Injectable()
export class RefundAnswers {
  constructor(
    private readonly work: Work,
    private readonly sending: RefundSending,
    private readonly views: RefundViews,
  ) {}

  /** The row is committed; no transaction may be open. */
  async of(scope: Scope, row: RefundEntity): Promise<Refund> {
    const after = row.status === 'SENDING' ? await this.sending.goOn(scope, row) : row;
    return this.work.read(scope, (tx) => this.views.one(tx, after));
  }
}
