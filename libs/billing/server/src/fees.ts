import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { AddFee, Fee, Fees as Listed, Month, SetFee } from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { others, replaced } from './bank-prices';
import { PriceBookRepository } from './price-book.repository';
import { endedBefore, type FeeRow, holds, overlap, reopenedWithout, rewritten } from './prices';
import { problems } from './problems';
import { RunsRepository } from './runs.repository';
import { SettingsRepository } from './settings.repository';

/** What the agency itself asks: of everybody, and of the merchants that have a price of their own. */
@Injectable()
export class Fees {
  constructor(
    private readonly work: Work,
    private readonly book: PriceBookRepository,
    private readonly settings: SettingsRepository,
    private readonly runs: RunsRepository,
    private readonly merchants: Merchants,
    private readonly audit: Audit,
  ) {}

  list(scope: Scope): Promise<Listed> {
    return this.work.read(scope, async (tx) => {
      const [rows, closed] = [await this.book.fees(tx), await this.runs.closed(tx)];
      const ids = rows.flatMap(({ merchantId }) => merchantId ?? []);
      const names = await this.merchants.names(tx, ids);
      return { items: rows.map((row) => toWire(row, names, closed)) };
    });
  }

  add(scope: Scope, { endsRunning, ...fee }: AddFee): Promise<Fee> {
    const row = toRow(newId(), fee);
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx);
      const ended = endsRunning ? endedBefore(lineOf(before, row), row.from) : undefined;
      const after = [...replaced(before, ended), row];
      const told = await this.allowed(tx, row, { before, after });
      if (ended) {
        await this.book.changeFee(tx, ended);
        await this.record(tx, 'billing.fee-changed', ended);
      }
      await this.book.insertFee(tx, row);
      await this.record(tx, 'billing.fee-added', row);
      return told;
    });
  }

  /** Whose it is stays; of a fee that a closed month used only the end can change. */
  change(scope: Scope, id: Id, fee: SetFee): Promise<Fee> {
    return this.work.run(scope, async (tx) => {
      const row = toRow(id, fee);
      const before = await this.held(tx);
      if (!lineOf(before, row).some((old) => old.id === id)) throw Problem.notFound('price');
      const told = await this.allowed(tx, row, { before, after: replaced(before, row) });
      await this.book.changeFee(tx, row);
      await this.record(tx, 'billing.fee-changed', row);
      return told;
    });
  }

  /** The one before it goes on until where this one would have ended. */
  remove(scope: Scope, id: Id): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx);
      const rest = others(before, id);
      const row = before.find((old) => old.id === id)!;
      const reopened = reopenedWithout(lineOf(rest, row), row);
      await this.demandUnused(tx, row, { before, after: replaced(rest, reopened) });
      await this.book.removeFee(tx, id);
      await this.record(tx, 'billing.fee-removed', row);
      if (!reopened) return;
      await this.book.changeFee(tx, reopened);
      await this.record(tx, 'billing.fee-changed', reopened);
    });
  }

  /** All of them; who changes one waits until this transaction is over. */
  private async held(tx: Tx): Promise<FeeRow[]> {
    await this.settings.lock(tx);
    return this.book.fees(tx);
  }

  private async allowed(tx: Tx, row: FeeRow, { before, after }: Change): Promise<Fee> {
    const names = await this.merchants.names(tx, row.merchantId ? [row.merchantId] : []);
    if (row.merchantId && !names.has(row.merchantId)) throw Problem.notFound('merchant');
    const rest = lineOf(after, row).filter(({ id }) => id !== row.id);
    if (rest.some((other) => overlap(row, other))) throw problems.overlap();
    const closed = await this.demandUnused(tx, row, { before, after });
    return toWire(row, names, closed);
  }

  private async demandUnused(tx: Tx, row: FeeRow, { before, after }: Change): Promise<Month[]> {
    const closed = await this.runs.closed(tx);
    const used = rewritten(closed, lineOf(before, row), lineOf(after, row));
    if (used.length > 0) throw problems.used(used);
    return closed;
  }

  private record(
    tx: Tx,
    act: 'billing.fee-added' | 'billing.fee-changed' | 'billing.fee-removed',
    { id, merchantId, from, until, base, perUrl }: FeeRow,
  ): Promise<void> {
    // Under no merchant, also where it is of one: what others pay is the agency's business.
    return this.audit.record(tx, {
      act,
      subject: { kind: 'fee', id },
      detail: { of: merchantId, from, until, base, perUrl },
    });
  }
}

interface Change {
  readonly before: readonly FeeRow[];
  readonly after: readonly FeeRow[];
}

/** Those that follow on each other: of everybody, or of one merchant. */
function lineOf(rows: readonly FeeRow[], { merchantId }: FeeRow): FeeRow[] {
  return rows.filter((row) => row.merchantId === merchantId);
}

function toRow(id: Id, { merchantId, from, until, month, url }: SetFee): FeeRow {
  return { id, merchantId, from, until, base: month, included: 0, perUrl: url };
}

function toWire(row: FeeRow, names: ReadonlyMap<Id, string>, closed: readonly Month[]): Fee {
  const { id, merchantId, from, until, base, perUrl } = row;
  const merchantName = merchantId ? (names.get(merchantId) ?? null) : null;
  const isUsed = closed.some((month) => holds(row, month));
  return { id, merchantId, merchantName, from, until, month: base, url: perUrl, isUsed };
}
