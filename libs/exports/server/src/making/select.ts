import type { CopyValue, LentColumn, LentRows } from '@toonbank/platform/db';
import { dayAfter, startOfDay } from '@toonbank/platform/clock';
import type { Environment, Id } from '@toonbank/primitives';
import type { NamedWebshop } from '@toonbank/shop/server';
import type { Days } from '../period';

/** Which of the lent rows. */
export interface Wanted extends Days {
  readonly agencyId: Id;
  readonly environment: Environment;
  readonly merchantId: Id | null;
  /** Null: of all webshops. */
  readonly webshopIds: readonly Id[] | null;
}

/** How merchants and webshops are called, to stand beside their ids. */
export interface Names {
  readonly merchants: ReadonlyMap<Id, string>;
  readonly webshops: readonly NamedWebshop[];
}

/** A select whose columns are still to be written in some format. */
export interface Selection {
  readonly columns: readonly LentColumn[];
  /** The lent rows: as many come out as these are, for names join one to one. */
  readonly rows: string;
  readonly where: string;
  /** What `rows` and `where` need of the values: the first ones. */
  readonly whereValues: readonly CopyValue[];
  readonly names: string;
  readonly order: string;
  readonly values: readonly CopyValue[];
}

const merchantColumns: readonly LentColumn[] = [
  { name: 'merchant_id', kind: 'id', sql: 'merchant_name.id' },
  { name: 'merchant', kind: 'text', sql: 'merchant_name.name' },
];

const webshopColumns: readonly LentColumn[] = [
  { name: 'shop_id', kind: 'id', sql: 'webshop_name.shop_id' },
  { name: 'shop', kind: 'text', sql: 'webshop_name.shop' },
  { name: 'webshop_id', kind: 'id', sql: 'webshop_name.id' },
  { name: 'webshop', kind: 'text', sql: 'webshop_name.host' },
];

/** The columns of lent rows with those that say whose they are; the same for everybody, always. */
export function columnsOf(rows: LentRows): readonly LentColumn[] {
  if (!rows.place) return [...rows.columns, ...merchantColumns];
  const environment = { name: 'environment', kind: 'word', sql: rows.place.environment } as const;
  return [...rows.columns, environment, ...merchantColumns, ...webshopColumns];
}

/** Oldest first, each row once, in the same order each time. */
export function selectionOf(rows: LentRows, wanted: Wanted, names: Names): Selection {
  const values: CopyValue[] = [];
  const put = (value: CopyValue) => `$${values.push(value)}`;
  const conditions = [
    `${rows.agency} = ${put(wanted.agencyId)}::uuid`,
    ...period(rows, wanted, put),
  ];
  if (wanted.merchantId) conditions.push(`${rows.merchant} = ${put(wanted.merchantId)}::uuid`);
  if (rows.place) {
    conditions.push(`${rows.place.environment} = ${put(wanted.environment)}::text`);
    if (wanted.webshopIds) {
      conditions.push(`${rows.place.webshop} = any(${put(wanted.webshopIds)}::uuid[])`);
    }
  }
  return {
    columns: columnsOf(rows),
    ...{ rows: rows.from, where: conditions.join(' and '), whereValues: [...values] },
    names: `${merchantNames(rows, names, put)} ${webshopNames(rows, names, put)}`,
    order: `${rows.at.sql}, ${rows.id}`,
    values,
  };
}

type Put = (value: CopyValue) => string;

function period({ at }: LentRows, { from, until }: Days, put: Put): string[] {
  if (at.kind === 'day') {
    return [`${at.sql} >= ${put(from)}::date`, `${at.sql} <= ${put(until)}::date`];
  }
  const end = startOfDay(dayAfter(until));
  return [
    `${at.sql} >= ${put(startOfDay(from))}::timestamptz`,
    `${at.sql} < ${put(end)}::timestamptz`,
  ];
}

function merchantNames(rows: LentRows, { merchants }: Names, put: Put): string {
  const [ids, names] = [put([...merchants.keys()]), put([...merchants.values()])];
  return `left join unnest(${ids}::uuid[], ${names}::text[]) as merchant_name(id, name)
    on merchant_name.id = ${rows.merchant}`;
}

function webshopNames(rows: LentRows, { webshops }: Names, put: Put): string {
  if (!rows.place) return '';
  const of = (field: 'id' | 'host' | 'shopId' | 'shopName') =>
    put(webshops.map((webshop) => webshop[field]));
  return `left join unnest(${of('id')}::uuid[], ${of('host')}::text[], ${of('shopId')}::uuid[],
    ${of('shopName')}::text[]) as webshop_name(id, host, shop_id, shop)
    on webshop_name.id = ${rows.place.webshop}`;
}
