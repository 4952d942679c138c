import { Injectable } from '@nestjs/common';
import type { PayPalItem } from '@toonbank/payment-methods/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

export interface PayPalAccountRow {
  readonly email: string;
  readonly emailAt: Date;
  readonly emailBy: Id | null;
  readonly proofOrderId: Id | null;
  readonly proofPaidAt: Date | null;
  readonly proofAt: Date | null;
}

export interface PayPalCheckRow {
  readonly item: PayPalItem;
  readonly doneAt: Date | null;
  readonly doneBy: Id | null;
}

/** Who did it, when. */
export interface Done {
  readonly at: Date;
  readonly by: Id | null;
}

interface SaidEmail extends Done {
  readonly email: string;
}

interface Checked {
  readonly item: PayPalItem;
  readonly done: Done | null;
}

/** The only file that may name `paypal_account` and `paypal_check`. */
@Injectable()
export class PayPalRepository {
  /** Locked until the transaction ends when `lock` is said. */
  async account(tx: Tx, merchantId: Id, lock = false): Promise<PayPalAccountRow | undefined> {
    const [row] = await tx.sql<PayPalAccountRow>(
      `select email, email_at as "emailAt", email_by as "emailBy",
         proof_order_id as "proofOrderId", proof_paid_at as "proofPaidAt", proof_at as "proofAt"
       from paypal_account where agency_id = $1 and merchant_id = $2 ${lock ? 'for update' : ''}`,
      [tx.scope.agencyId, merchantId],
    );
    return row;
  }

  /** Another address has yet to be proven. */
  async setEmail(tx: Tx, merchantId: Id, { email, at, by }: SaidEmail): Promise<void> {
    await tx.sql(
      `insert into paypal_account (agency_id, merchant_id, email, email_at, email_by)
       values ($1, $2, $3, $4, $5)
       on conflict (agency_id, merchant_id) do update
         set email = excluded.email, email_at = excluded.email_at, email_by = excluded.email_by,
           proof_order_id = null, proof_paid_at = null, proof_at = null`,
      [tx.scope.agencyId, merchantId, email, at, by],
    );
  }

  async setProof(
    tx: Tx,
    merchantId: Id,
    { orderId, paidAt, at }: { orderId: Id; paidAt: Date; at: Date },
  ): Promise<void> {
    await tx.sql(
      `update paypal_account set proof_order_id = $3, proof_paid_at = $4, proof_at = $5
       where agency_id = $1 and merchant_id = $2`,
      [tx.scope.agencyId, merchantId, orderId, paidAt, at],
    );
  }

  checks(tx: Tx, merchantId: Id): Promise<PayPalCheckRow[]> {
    return tx.sql(
      `select item, done_at as "doneAt", done_by as "doneBy" from paypal_check
       where agency_id = $1 and merchant_id = $2`,
      [tx.scope.agencyId, merchantId],
    );
  }

  /** True when it was not so already: who checked it first stays. */
  async check(tx: Tx, merchantId: Id, { item, done }: Checked): Promise<boolean> {
    const rows = await tx.sql<{ item: string }>(
      `insert into paypal_check as c (agency_id, merchant_id, item, done_at, done_by)
       values ($1, $2, $3, $4, $5)
       on conflict (agency_id, merchant_id, item) do update
         set done_at = excluded.done_at, done_by = excluded.done_by
         where (c.done_at is null) <> (excluded.done_at is null)
       returning item`,
      [tx.scope.agencyId, merchantId, item, done?.at ?? null, done?.by ?? null],
    );
    return rows.length > 0;
  }
}
