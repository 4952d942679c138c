import { Injectable } from '@nestjs/common';
import type { TariffLine } from '@toonbank/payment-methods/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** The only file that may name `method_tariff`. */
@Injectable()
export class TariffsRepository {
  lines(tx: Tx, merchantId: Id): Promise<TariffLine[]> {
    return tx.sql(
      `select brand, part, fixed::int as fixed, basis_points as "basisPoints",
         valid_from::text as "validFrom", source
       from method_tariff where agency_id = $1 and merchant_id = $2
       order by brand, part, valid_from`,
      [tx.scope.agencyId, merchantId],
    );
  }

  /** The lines as they are until the transaction ends: they are changed by one at a time. */
  async locked(tx: Tx, merchantId: Id): Promise<TariffLine[]> {
    await tx.sql(
      `select pg_advisory_xact_lock(hashtextextended('method_tariff' || $1::text || $2::text, 0))`,
      [tx.scope.agencyId, merchantId],
    );
    return this.lines(tx, merchantId);
  }

  /** All lines anew, once locked; the caller says that none of them is there twice. */
  async replace(tx: Tx, merchantId: Id, lines: readonly TariffLine[]): Promise<void> {
    const { agencyId } = tx.scope;
    await tx.sql('delete from method_tariff where agency_id = $1 and merchant_id = $2', [
      agencyId,
      merchantId,
    ]);
    await tx.sql(
      `insert into method_tariff
         (agency_id, merchant_id, brand, part, fixed, basis_points, valid_from, source)
       select $1, $2, t.* from unnest($3::text[], $4::text[], $5::bigint[], $6::int[],
         $7::date[], $8::text[]) as t(brand, part, fixed, points, valid_from, source)`,
      [
        ...[agencyId, merchantId],
        ...[lines.map((l) => l.brand), lines.map((l) => l.part), lines.map((l) => l.fixed)],
        ...[lines.map((l) => l.basisPoints), lines.map((l) => l.validFrom)],
        lines.map((l) => l.source),
      ],
    );
  }
}
