import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { AddFee, Fee, Fees as Listed, Month, SetFee } from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { others, replaced } from './bank-prices';
import { PriceBookRepository } from './price-book.repository';
import { endedBefore, type FeeRow, holds, overlap, rewritten } from './prices';
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
      await this.settings.lock(tx);
      const line = (await this.book.fees(tx)).filter((one) => one.merchantId === row.merchantId);
      const ended = endsRunning ? endedBefore(line, row.from) : undefined;
      const told = await this.allowed(tx, row, (rows) => [...replaced(rows, ended), row]);
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
      const told = await this.allowed(tx, row, (rows) => {
        const rest = others(rows, id);
        if (!rows.some((old) => old.id === id && old.merchantId === row.merchantId)) {
          throw Problem.notFound('price');
        }
        return [...rest, row];
      });
      await this.book.changeFee(tx, row);
      await this.record(tx, 'billing.fee-changed', row);
      return told;
    });
  }

  remove(scope: Scope, id: Id): Promise<void> {
    return this.work.run(scope, async (tx) => {
      await this.settings.lock(tx);
      const before = await this.book.fees(tx);
      const after = others(before, id);
      const row = before.find((old) => old.id === id)!;
      await this.demandUnused(tx, row.merchantId, { before, after });
      await this.book.removeFee(tx, id);
      await this.record(tx, 'billing.fee-removed', row);
    });
  }

  private async allowed(
    tx: Tx,
    row: FeeRow,
    change: (rows: readonly FeeRow[]) => readonly FeeRow[],
  ): Promise<Fee> {
    await this.settings.lock(tx);
    const names = await this.merchants.names(tx, row.merchantId ? [row.merchantId] : []);
    if (row.merchantId && !names.has(row.merchantId)) throw Problem.notFound('merchant');
    const before = await this.book.fees(tx);
    const after = change(before);
    const same = after.filter(
      ({ id, merchantId }) => id !== row.id && merchantId === row.merchantId,
    );
    if (same.some((other) => overlap(row, other))) throw problems.overlap();
    const closed = await this.demandUnused(tx, row.merchantId, { before, after });
    return toWire(row, names, closed);
  }

  private async demandUnused(
    tx: Tx,
    merchantId: Id | null,
    { before, after }: { before: readonly FeeRow[]; after: readonly FeeRow[] },
  ): Promise<Month[]> {
    const closed = await this.runs.closed(tx);
    const own = (rows: readonly FeeRow[]) => rows.filter((row) => row.merchantId === merchantId);
    const used = rewritten(closed, own(before), own(after));
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

function toRow(id: Id, { merchantId, from, until, month, url }: SetFee): FeeRow {
  return { id, merchantId, from, until, base: month, included: 0, perUrl: url };
}

function toWire(row: FeeRow, names: ReadonlyMap<Id, string>, closed: readonly Month[]): Fee {
  const { id, merchantId, from, until, base, perUrl } = row;
  const merchantName = merchantId ? (names.get(merchantId) ?? null) : null;
  const isUsed = closed.some((month) => holds(row, month));
  return { id, merchantId, merchantName, from, until, month: base, url: perUrl, isUsed };
}
