import { billingTables } from '@toonbank/billing/server';
import { exportsTables } from '@toonbank/exports/server';
import { notificationsTables } from '@toonbank/notifications/server';
import { refundsTables } from '@toonbank/refunds/server';
import type { RoomTables } from '@toonbank/platform/db';
import { tasksTables } from '@toonbank/tasks/server';

/** The topmost rooms; what they need comes along. */
export const tables: readonly RoomTables[] = [
  billingTables,
  exportsTables,
  notificationsTables,
  refundsTables,
  tasksTables,
];
