import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

export interface BillinkFormRow {
  readonly goods: string;
  readonly vatNumber: string;
  readonly serviceEmail: string | null;
  readonly servicePhone: string | null;
  readonly serviceUrl: string | null;
  readonly filledAt: Date;
  readonly filledBy: Id | null;
}

/** The only file that may name `billink_form`. */
@Injectable()
export class BillinkRepository {
  async form(tx: Tx, merchantId: Id): Promise<BillinkFormRow | undefined> {
    const [row] = await tx.sql<BillinkFormRow>(
      `select goods, vat_number as "vatNumber", service_email as "serviceEmail",
         service_phone as "servicePhone", service_url as "serviceUrl",
         filled_at as "filledAt", filled_by as "filledBy"
       from billink_form where agency_id = $1 and merchant_id = $2`,
      [tx.scope.agencyId, merchantId],
    );
    return row;
  }

  async fill(tx: Tx, merchantId: Id, row: BillinkFormRow): Promise<void> {
    await tx.sql(
      `insert into billink_form (agency_id, merchant_id, goods, vat_number, service_email,
         service_phone, service_url, filled_at, filled_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (agency_id, merchant_id) do update
         set goods = excluded.goods, vat_number = excluded.vat_number,
           service_email = excluded.service_email, service_phone = excluded.service_phone,
           service_url = excluded.service_url, filled_at = excluded.filled_at,
           filled_by = excluded.filled_by`,
      [
        ...[tx.scope.agencyId, merchantId, row.goods, row.vatNumber, row.serviceEmail],
        ...[row.servicePhone, row.serviceUrl, row.filledAt, row.filledBy],
      ],
    );
  }
}
