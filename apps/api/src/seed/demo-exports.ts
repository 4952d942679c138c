import type { INestApplicationContext } from '@nestjs/common';
import { CreateSchedule, RequestExport } from '@toonbank/exports/contract';
import { ExportsService, SchedulesService } from '@toonbank/exports/server';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import { type Scope, systemScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

const daysOfOrders = 30;

/**
 * A file of the last orders, which the worker makes once it runs, and one that comes each month by
 * mail: not where no mail is sent.
 */
export async function exportBooks(
  app: INestApplicationContext,
  agencyId: Id,
  bookkeeper: string | null,
): Promise<void> {
  const scope: Scope = systemScope(agencyId, 'demo');
  const choice = { environment: 'production', kind: 'orders', format: 'csv', numbers: 'nl' };
  const until = dayOf(new Date());
  const from = dayAfter(until, -daysOfOrders);
  const asked = RequestExport.parse({ ...choice, from, until });
  await app.get(ExportsService, { strict: false }).request(scope, asked);
  if (!bookkeeper) return;
  const schedule = CreateSchedule.parse({
    ...{ ...choice, kind: 'transactions', format: 'xlsx' },
    ...{ rhythm: { every: 'month', day: 1, hour: 6 }, recipients: [bookkeeper] },
  });
  await app.get(SchedulesService, { strict: false }).create(scope, schedule);
}
