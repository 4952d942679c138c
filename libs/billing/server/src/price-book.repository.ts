import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { AgencyFeeEntity } from './agency-fee.entity';
import { BankPriceEntity } from './bank-price.entity';
import type { BankPriceRow, FeeRow } from './prices';

/** The only file that may name the tables `bank_price` and `agency_fee`. */
@Injectable()
export class PriceBookRepository {
  /** Newest first. */
  bankPrices(tx: Tx): Promise<BankPriceRow[]> {
    return tx.from(BankPriceEntity, 'p').orderBy('p.from', 'DESC').getMany();
  }

  /** Those for everybody first, newest first. */
  async fees(tx: Tx): Promise<FeeRow[]> {
    const rows = await tx
      .from(AgencyFeeEntity, 'f')
      .orderBy('f.merchantId', 'ASC', 'NULLS FIRST')
      .addOrderBy('f.from', 'DESC')
      .getMany();
    return rows.map((row) => ({ ...row, included: 0 }));
  }

  insertBankPrice(tx: Tx, row: BankPriceRow): Promise<void> {
    return tx.insert(BankPriceEntity, { ...row, agencyId: tx.scope.agencyId });
  }

  async changeBankPrice(tx: Tx, row: BankPriceRow): Promise<void> {
    const { id, from, until, base, included, perUrl, source } = row;
    const change = { from, until, base, included, perUrl, source };
    await tx.update(BankPriceEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  async removeBankPrice(tx: Tx, id: Id): Promise<void> {
    const sql = 'delete from bank_price where agency_id = $1 and id = $2';
    await tx.sql(sql, [tx.scope.agencyId, id]);
  }

  insertFee(tx: Tx, { id, merchantId, from, until, base, perUrl }: FeeRow): Promise<void> {
    const { agencyId } = tx.scope;
    return tx.insert(AgencyFeeEntity, { agencyId, id, merchantId, from, until, base, perUrl });
  }

  async changeFee(tx: Tx, { id, from, until, base, perUrl }: FeeRow): Promise<void> {
    const change = { from, until, base, perUrl };
    await tx.update(AgencyFeeEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  async removeFee(tx: Tx, id: Id): Promise<void> {
    const sql = 'delete from agency_fee where agency_id = $1 and id = $2';
    await tx.sql(sql, [tx.scope.agencyId, id]);
  }
}
