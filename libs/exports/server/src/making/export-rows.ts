import { Injectable } from '@nestjs/common';
import { Merchants } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { WebshopNames } from '@toonbank/shop/server';
import type { ExportEntity } from '../export.entity';
import { lent } from './lent';
import { type Selection, selectionOf } from './select';

/** Which rows an export holds, and how many; in the caller's transaction. */
@Injectable()
export class ExportRows {
  constructor(
    private readonly merchants: Merchants,
    private readonly webshops: WebshopNames,
  ) {}

  async of(tx: Tx, row: ExportEntity): Promise<Selection> {
    const { agencyId, environment, kind, from, until, ofMerchantId: merchantId } = row;
    const merchants = await this.merchants.allNames(tx);
    const webshops = await this.webshops.all(tx);
    const inside = webshops.filter((webshop) => isInside(row, webshop)).map(({ id }) => id);
    const webshopIds = row.shopId || row.webshopId ? inside : null;
    const wanted = { agencyId, environment, merchantId, webshopIds, from, until };
    return selectionOf(lent[kind], wanted, { merchants, webshops });
  }

  async count(tx: Tx, { rows, where, values }: Selection): Promise<number> {
    const [counted] = await tx.sql<{ rows: string }>(
      `select count(*) as rows from ${rows} where ${where}`,
      [...values],
    );
    return Number(counted!.rows);
  }
}

function isInside(
  { shopId, webshopId }: ExportEntity,
  webshop: { readonly id: Id; readonly shopId: Id },
): boolean {
  return webshopId ? webshop.id === webshopId : webshop.shopId === shopId;
}
