import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import { Merchants } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { Task } from '@toonbank/tasks/contract';
import type { TaskEntity } from './task.entity';

/** Tasks as they are told, with the names of where and of who; in the caller's transaction. */
@Injectable()
export class TaskViews {
  constructor(
    private readonly webshops: Webshops,
    private readonly merchants: Merchants,
    private readonly people: PeopleNames,
  ) {}

  /** Three queries, however many tasks. */
  async all(tx: Tx, rows: readonly TaskEntity[]): Promise<Task[]> {
    const known = (ids: readonly (string | null)[]) =>
      [...new Set(ids)].filter((id) => id !== null);
    const hosts = await this.webshops.hosts(tx, known(rows.map(({ webshopId }) => webshopId)));
    const merchants = await this.merchants.names(tx, known(rows.map((row) => row.merchantId)));
    const people = await this.people.of(
      tx,
      rows.map(({ ownerId }) => ownerId),
    );
    return rows.map((row) => {
      const { id, kind, subjectId, merchantId, webshopId, environment, waitsOn: on } = row;
      const { needsRight: right, since, dueAt, ownerId, facts } = row;
      const email = ownerId && people.get(ownerId);
      return {
        ...{ id, kind, subjectId, merchantId, webshopId, environment, on, right, facts },
        merchantName: (merchantId && merchants.get(merchantId)) ?? null,
        host: (webshopId && hosts.get(webshopId)) ?? null,
        since: since.toISOString(),
        dueAt: dueAt.toISOString(),
        owner: ownerId && email ? { id: ownerId, email } : null,
      };
    });
  }
}
