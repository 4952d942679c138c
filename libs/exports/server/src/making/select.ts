import type { CopyValue, LentColumn, LentRows } from '@toonbank/platform/db';
import { dayAfter, startOfDay } from '@toonbank/platform/clock';
import type { Environment, Id } from '@toonbank/primitives';
import type { Days } from '../period';
import { type Names, type Whose, type WhoseColumn, whoseOf } from './whose';

/** Which of the lent rows. */
export interface Wanted extends Days {
  readonly agencyId: Id;
  readonly environment: Environment;
  readonly merchantId: Id | null;
  /** Null: of all webshops. */
  readonly webshopIds: readonly Id[] | null;
}

/** A select whose columns are still to be written in some format. */
export interface Selection {
  /** What the database writes, before the id of `whose`. */
  readonly own: readonly LentColumn[];
  readonly whose: Whose;
  readonly rows: string;
  readonly where: string;
  readonly order: string;
  readonly values: readonly CopyValue[];
}

/** Every column of a file. */
export function columnsOf({ own, whose }: Selection): readonly WhoseColumn[] {
  return [...own, ...whose.columns];
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
    own: rows.columns,
    whose: whoseOf(rows, wanted.environment, names),
    rows: rows.from,
    where: conditions.join(' and '),
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
