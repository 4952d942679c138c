import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';

/** The only file that may name the `key_setting` table. */
@Injectable()
export class KeySettingsRepository {
  /** Undefined: the agency has said nothing. */
  async quietHours(tx: Tx): Promise<number | undefined> {
    const [row] = await tx.sql<{ quiet_hours: number }>(
      'select quiet_hours from key_setting where agency_id = $1',
      [tx.scope.agencyId],
    );
    return row?.quiet_hours;
  }

  async setQuietHours(tx: Tx, hours: number): Promise<void> {
    await tx.sql(
      `insert into key_setting (agency_id, quiet_hours) values ($1, $2)
       on conflict (agency_id) do update set quiet_hours = excluded.quiet_hours`,
      [tx.scope.agencyId, hours],
    );
  }
}
