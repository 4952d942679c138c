import { Injectable } from '@nestjs/common';
import type { Month } from '@toonbank/billing/contract';
import type { Tx } from '@toonbank/platform/db';

/** The only file that may name the table `billing_run`: the months that are closed. */
@Injectable()
export class RunsRepository {
  async closed(tx: Tx): Promise<Month[]> {
    return [...(await this.closings(tx)).keys()];
  }

  async closings(tx: Tx): Promise<Map<Month, Date>> {
    const rows = await tx.sql<{ month: Month; closed_at: Date }>(
      'select month, closed_at from billing_run where agency_id = $1 order by month',
      [tx.scope.agencyId],
    );
    return new Map(rows.map((row) => [row.month, row.closed_at]));
  }

  async close(tx: Tx, month: Month, at: Date): Promise<void> {
    const sql = 'insert into billing_run (agency_id, month, closed_at) values ($1, $2, $3)';
    await tx.sql(sql, [tx.scope.agencyId, month, at]);
  }
}
