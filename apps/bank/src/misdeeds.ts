import * as z from 'zod';
import type { Ledger } from './ledger';

/** Where the bank can be told to misbehave. */
export const Call = z.enum([
  'refresh',
  'announce',
  'results',
  'brands',
  'notification',
  'refund',
  'refund-details',
  'refundable',
]);
export type Call = z.infer<typeof Call>;

/**
 * How. `slow` waits `value` ms; `status` answers `value` instead, `status-after`
 * does the work first; `reset` closes in the middle of the
 * body; `lost-answer` does the work and then closes without a word; `late` sends after `value` ms.
 */
export const Kind = z.enum([
  'slow',
  'status',
  'status-after',
  'reset',
  'lost-answer',
  'html',
  'wrong-signature',
  'unknown-fields',
  'duplicate',
  'late',
]);
export type Kind = z.infer<typeof Kind>;

export const NewMisdeed = z.strictObject({
  /** For one webshop; else for all. */
  webshopId: z.string().optional(),
  call: Call,
  kind: Kind,
  value: z.int().min(0).optional(),
  times: z.int().min(1).max(1_000_000).default(1),
});
export type NewMisdeed = z.infer<typeof NewMisdeed>;

export interface Misdeed {
  readonly id: number;
  readonly kind: Kind;
  readonly value: number | null;
}

/** What the bank was asked to do wrong, and how often still. */
export class Misdeeds {
  constructor(private readonly ledger: Ledger) {}

  plan({ webshopId, call, kind, value, times }: NewMisdeed): void {
    this.ledger.run(
      'insert into misdeed (webshop_id, call, kind, value, left_over) values (?, ?, ?, ?, ?)',
      ...[webshopId ?? null, call, kind, value ?? null, times],
    );
  }

  planned(): object[] {
    return this.ledger.rows('select * from misdeed where left_over > 0 order by id');
  }

  forget(): void {
    this.ledger.run('delete from misdeed');
  }

  /** The misdeeds for this call, one of each kind, each used up once. */
  take(call: Call, webshopId: string | undefined): Misdeed[] {
    const due = this.ledger.rows<Misdeed>(
      `select min(id) as id, kind, value from misdeed
       where call = ? and left_over > 0 and (webshop_id is null or webshop_id = ?) group by kind`,
      ...[call, webshopId ?? null],
    );
    for (const { id } of due) {
      this.ledger.run('update misdeed set left_over = left_over - 1 where id = ?', id);
    }
    return due;
  }
}
