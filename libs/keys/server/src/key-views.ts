import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import type { KeyVersion, ListedKey } from '@toonbank/keys/contract';
import { Merchants } from '@toonbank/merchant/server';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import type { KeyVersionEntity } from './key-version.entity';
import { keyToWire } from './key-wire';

/** Key versions as they are told, with the names of who and where; in the caller's transaction. */
@Injectable()
export class KeyViews {
  constructor(
    private readonly names: PeopleNames,
    private readonly webshops: Webshops,
    private readonly merchants: Merchants,
    private readonly clock: Clock,
  ) {}

  async told(tx: Tx, rows: readonly KeyVersionEntity[]): Promise<KeyVersion[]> {
    const names = await this.names.of(
      tx,
      rows.map(({ enteredBy }) => enteredBy),
    );
    const now = this.clock.now();
    return rows.map((row) => keyToWire(row, { now, names }));
  }

  async one(tx: Tx, row: KeyVersionEntity): Promise<KeyVersion> {
    const [told] = await this.told(tx, [row]);
    return told!;
  }

  async listed(tx: Tx, rows: readonly KeyVersionEntity[]): Promise<ListedKey[]> {
    const told = await this.told(tx, rows);
    const webshopIds = rows.map(({ webshopId }) => webshopId);
    const merchantIds = rows.map(({ merchantId }) => merchantId);
    const hosts = await this.webshops.hosts(tx, webshopIds);
    const merchants = await this.merchants.names(tx, merchantIds);
    return rows.map(({ webshopId, merchantId, environment }, index) => ({
      ...told[index]!,
      ...{ webshopId, merchantId, environment },
      host: hosts.get(webshopId) ?? '',
      merchantName: merchants.get(merchantId) ?? '',
    }));
  }
}
