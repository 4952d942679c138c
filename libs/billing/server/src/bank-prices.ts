import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type {
  AddBankPrice,
  BankPrice,
  BankPrices as Listed,
  Month,
  SetBankPrice,
} from '@toonbank/billing/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { PriceBookRepository } from './price-book.repository';
import {
  type BankPriceRow,
  endedBefore,
  holds,
  knownBankPrice,
  overlap,
  reopenedWithout,
  rewritten,
} from './prices';
import { problems } from './problems';
import { RunsRepository } from './runs.repository';
import { SettingsRepository } from './settings.repository';

/** What the bank asks (S27), by month and with its source. What a closed month used stays. */
@Injectable()
export class BankPrices {
  constructor(
    private readonly work: Work,
    private readonly book: PriceBookRepository,
    private readonly settings: SettingsRepository,
    private readonly runs: RunsRepository,
    private readonly audit: Audit,
  ) {}

  list(scope: Scope): Promise<Listed> {
    return this.work.read(scope, async (tx) => {
      const [rows, closed] = [await this.book.bankPrices(tx), await this.runs.closed(tx)];
      const known = { id: null, from: null, until: null, ...knownBankPrice };
      const isFree = (month: Month) => !rows.some((row) => holds(row, month));
      return {
        items: [
          ...rows.map((row) =>
            toWire(
              row,
              closed.some((month) => holds(row, month)),
            ),
          ),
          toWire(known, closed.some(isFree)),
        ],
      };
    });
  }

  add(scope: Scope, { endsRunning, ...price }: AddBankPrice): Promise<BankPrice> {
    const row = toRow(newId(), price);
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx);
      const ended = endsRunning ? endedBefore(before, row.from) : undefined;
      await this.demandFree(tx, before, [...replaced(before, ended), row]);
      if (ended) {
        await this.book.changeBankPrice(tx, ended);
        await this.record(tx, 'billing.bank-price-changed', ended);
      }
      await this.book.insertBankPrice(tx, row);
      await this.record(tx, 'billing.bank-price-added', row);
      return toWire(row, false);
    });
  }

  /** Of a price that a closed month used only the end can change, and not to before that month. */
  change(scope: Scope, id: Id, price: SetBankPrice): Promise<BankPrice> {
    const row = toRow(id, price);
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx);
      const closed = await this.demandFree(tx, before, replaced(before, row));
      await this.book.changeBankPrice(tx, row);
      await this.record(tx, 'billing.bank-price-changed', row);
      return toWire(
        row,
        closed.some((month) => holds(row, month)),
      );
    });
  }

  /** The one before it goes on until where this one would have ended. */
  remove(scope: Scope, id: Id): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const before = await this.held(tx);
      const rest = others(before, id);
      const row = before.find((old) => old.id === id)!;
      const reopened = reopenedWithout(rest, row);
      await this.demandFree(tx, before, replaced(rest, reopened));
      await this.book.removeBankPrice(tx, id);
      await this.record(tx, 'billing.bank-price-removed', row);
      if (!reopened) return;
      await this.book.changeBankPrice(tx, reopened);
      await this.record(tx, 'billing.bank-price-changed', reopened);
    });
  }

  /** All of them; who changes one waits until this transaction is over. */
  private async held(tx: Tx): Promise<BankPriceRow[]> {
    await this.settings.lock(tx);
    return this.book.bankPrices(tx);
  }

  /** Answers the closed months. */
  private async demandFree(
    tx: Tx,
    before: readonly BankPriceRow[],
    after: readonly BankPriceRow[],
  ): Promise<Month[]> {
    const closed = await this.runs.closed(tx);
    const hasOverlap = after.some((one, index) =>
      after.slice(index + 1).some((other) => overlap(one, other)),
    );
    if (hasOverlap) throw problems.overlap();
    const used = rewritten(closed, before, after);
    if (used.length > 0) throw problems.used(used);
    return closed;
  }

  private record(
    tx: Tx,
    act: 'billing.bank-price-added' | 'billing.bank-price-changed' | 'billing.bank-price-removed',
    { id, from, until, base, included, perUrl, source }: BankPriceRow,
  ): Promise<void> {
    return this.audit.record(tx, {
      act,
      subject: { kind: 'bank-price', id },
      detail: { from, until, base, included, perUrl, source },
    });
  }
}

/** The rows without this one; throws a 404 problem when it is not among them. */
export function others<Row extends { readonly id: Id }>(rows: readonly Row[], id: Id): Row[] {
  const rest = rows.filter((row) => row.id !== id);
  if (rest.length === rows.length) throw Problem.notFound('price');
  return rest;
}

/** The rows with one of them as it is now; throws a 404 problem when it is not among them. */
export function replaced<Row extends { readonly id: Id }>(
  rows: readonly Row[],
  changed: Row | undefined,
): readonly Row[] {
  return changed ? [...others(rows, changed.id), changed] : rows;
}

function toRow(id: Id, price: SetBankPrice): BankPriceRow {
  const { from, until, source, shop, includedUrls, extraUrl } = price;
  return { id, from, until, source, base: shop, included: includedUrls, perUrl: extraUrl };
}

type Told = Omit<BankPriceRow, 'id' | 'from'> & Pick<BankPrice, 'id' | 'from'>;

function toWire(row: Told, isUsed: boolean): BankPrice {
  const { id, from, until, base, included, perUrl, source } = row;
  return { id, from, until, shop: base, includedUrls: included, extraUrl: perUrl, source, isUsed };
}
