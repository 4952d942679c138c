import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { euro } from '@toonbank/primitives';
import type { RefundSettings as Settings } from '@toonbank/refunds/contract';
import { RefundsRepository } from './refunds.repository';

/** EUR 250 until the agency says something else. */
const usualFrom = 25_000;

/** From which amount on a second person approves. */
@Injectable()
export class RefundSettings {
  constructor(
    private readonly work: Work,
    private readonly refunds: RefundsRepository,
    private readonly audit: Audit,
  ) {}

  get(scope: Scope): Promise<Settings> {
    return this.work.read(scope, async (tx) => told(await this.approvalFrom(tx)));
  }

  /** Holds for what is asked for from now on. */
  change(scope: Scope, { approvalFrom }: Settings): Promise<Settings> {
    return this.work.run(scope, async (tx) => {
      const from = await this.approvalFrom(tx);
      const to = approvalFrom?.amount ?? null;
      if (from === to) return told(to);
      await this.refunds.setApprovalFrom(tx, to);
      const subject = { kind: 'agency', id: scope.agencyId };
      await this.audit.record(tx, {
        act: 'refund-settings.changed',
        subject,
        detail: { from: euros(from), to: euros(to) },
      });
      return told(to);
    });
  }

  /** Cents; null: nobody needs to approve. In the caller's transaction. */
  async approvalFrom(tx: Tx): Promise<number | null> {
    const said = await this.refunds.approvalFrom(tx);
    return said === undefined ? usualFrom : said;
  }
}

/** For the log, which can't tell these cents from other numbers. */
function euros(cents: number | null): string | null {
  return cents === null ? null : `EUR ${(cents / 100).toFixed(2)}`;
}

function told(cents: number | null): Settings {
  return { approvalFrom: cents === null ? null : euro(cents) };
}
