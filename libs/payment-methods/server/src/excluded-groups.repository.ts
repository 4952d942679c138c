import { Injectable } from '@nestjs/common';
import type { BillinkExclusion } from '@toonbank/payment-methods/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

const columns = 'id, name, as_of::text as "asOf", until::text as until, source';

/** The only file that may name `billink_exclusion`. */
@Injectable()
export class ExcludedGroupsRepository {
  /** What is found after this stays so until the transaction ends. */
  async lock(tx: Tx): Promise<void> {
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `billink-exclusions ${tx.scope.agencyId}`,
    ]);
  }

  all(tx: Tx): Promise<BillinkExclusion[]> {
    return tx.sql(
      `select ${columns} from billink_exclusion
       where agency_id = $1 order by as_of desc, lower(name), id`,
      [tx.scope.agencyId],
    );
  }

  /** Locked until the transaction ends. */
  async one(tx: Tx, id: Id): Promise<BillinkExclusion | undefined> {
    const [row] = await tx.sql<BillinkExclusion>(
      `select ${columns} from billink_exclusion where agency_id = $1 and id = $2 for update`,
      [tx.scope.agencyId, id],
    );
    return row;
  }

  /** Whether another row says the same group on one of the same days. */
  async hasDouble(tx: Tx, { id, name, asOf, until }: BillinkExclusion): Promise<boolean> {
    const found = await tx.sql(
      `select 1 from billink_exclusion
       where agency_id = $1 and id <> $2 and lower(name) = lower($3)
         and daterange(as_of, until, '[]') && daterange($4::date, $5::date, '[]') limit 1`,
      [tx.scope.agencyId, id, name, asOf, until],
    );
    return found.length > 0;
  }

  async add(tx: Tx, { id, name, asOf, until, source }: BillinkExclusion): Promise<void> {
    await tx.sql(
      `insert into billink_exclusion (agency_id, id, name, as_of, until, source)
       values ($1, $2, $3, $4, $5, $6)`,
      [tx.scope.agencyId, id, name, asOf, until, source],
    );
  }

  async end(tx: Tx, { id, until }: Pick<BillinkExclusion, 'id' | 'until'>): Promise<void> {
    await tx.sql('update billink_exclusion set until = $3 where agency_id = $1 and id = $2', [
      ...[tx.scope.agencyId, id, until],
    ]);
  }

  /** The one that was taken away; undefined when there was none. */
  async remove(tx: Tx, id: Id): Promise<{ readonly name: string } | undefined> {
    const [row] = await tx.sql<{ name: string }>(
      'delete from billink_exclusion where agency_id = $1 and id = $2 returning name',
      [tx.scope.agencyId, id],
    );
    return row;
  }
}
