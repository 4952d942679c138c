import { lentBills } from '@toonbank/billing/server';
import type { ExportKind } from '@toonbank/exports/contract';
import { lentOrders, lentTransactions } from '@toonbank/orders/server';
import type { LentRows } from '@toonbank/platform/db';
import { lentRefunds } from '@toonbank/refunds/server';

/** What the rooms below lend. */
export const lent: Readonly<Record<ExportKind, LentRows>> = {
  ...{ orders: lentOrders, transactions: lentTransactions },
  ...{ refunds: lentRefunds, bills: lentBills },
};
