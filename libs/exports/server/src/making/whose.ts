import type { LentColumn, LentRows } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import type { NamedWebshop } from '@toonbank/shop/server';

/** A cell as the database wrote it; null where there is nothing. */
export type Cell = string | null;

/** How merchants and webshops are called, to stand beside their ids. */
export interface Names {
  readonly merchants: ReadonlyMap<Id, string>;
  readonly webshops: readonly NamedWebshop[];
}

/** A column that says whose a row is. */
export type WhoseColumn = Pick<LentColumn, 'name' | 'kind'>;

/**
 * Whose rows are: cells that are the same for all rows of a webshop, or of a merchant. The database
 * writes one id in their stead, and they are put behind each row as it goes by: hundreds of sets of
 * cells, where a join would write and send them a million times.
 */
export interface Whose {
  readonly columns: readonly WhoseColumn[];
  /** The id by which they are known, as SQL over the lent rows. */
  readonly id: string;
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
}

const ofMerchant: readonly WhoseColumn[] = [
  { name: 'merchant_id', kind: 'id' },
  { name: 'merchant', kind: 'text' },
];

const ofWebshop: readonly WhoseColumn[] = [
  { name: 'environment', kind: 'word' },
  ...ofMerchant,
  { name: 'shop_id', kind: 'id' },
  { name: 'shop', kind: 'text' },
  { name: 'webshop_id', kind: 'id' },
  { name: 'webshop', kind: 'text' },
];

/** The same for everybody, always. */
export function whoseColumns(rows: LentRows): readonly WhoseColumn[] {
  return rows.place ? ofWebshop : ofMerchant;
}

export function whoseOf(rows: LentRows, environment: Environment, names: Names): Whose {
  const { merchants, webshops } = names;
  const columns = whoseColumns(rows);
  if (!rows.place) {
    return { columns, id: rows.merchant, cells: new Map([...merchants].map((m) => [m[0], m])) };
  }
  const cells = webshops.map(({ id, host, merchantId, shopId, shopName }) => {
    const merchant = merchants.get(merchantId) ?? null;
    return [id, [environment, merchantId, merchant, shopId, shopName, id, host]] as const;
  });
  return { columns, id: rows.place.webshop, cells: new Map(cells) };
}

/** Of one that has no name: nothing, but as many times as there are columns. */
export function cellsOfWhose({ columns, cells }: Whose, id: Cell): readonly Cell[] {
  return cells.get(id ?? '') ?? columns.map(() => null);
}
