import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { AgencyEntity } from './agency.entity';
import { hashOfWebhookKey } from './webhook-key';

/** An agency, and whether it has a logo now. */
export type FoundAgency = AgencyEntity & { readonly hasLogo: boolean };

export interface Logo {
  readonly version: number;
  readonly png: Buffer;
}

/**
 * The only file that may name the tables `agency`, `agency_logo` and `webhook_route` (the last is
 * read at the door).
 */
@Injectable()
export class AgenciesRepository {
  async insert(tx: Tx, agency: AgencyEntity): Promise<void> {
    await tx.insert(AgencyEntity, agency);
    await tx.sql('insert into webhook_route (key_hash, agency_id) values ($1, $2)', [
      hashOfWebhookKey(agency.webhookKey),
      agency.agencyId,
    ]);
  }

  async own(tx: Tx): Promise<FoundAgency | undefined> {
    const agency = await tx.from(AgencyEntity, 'a').getOne();
    if (!agency) return undefined;
    const sql = 'select 1 from agency_logo where agency_id = $1';
    const hasLogo = (await tx.sql(sql, [tx.scope.agencyId])).length === 1;
    return { ...agency, hasLogo };
  }

  /** Writes only what is given, so that two people who change different things don't undo each other. */
  async update(tx: Tx, change: Partial<AgencyEntity>): Promise<void> {
    await tx.update(AgencyEntity).set(change).execute();
  }

  async logo(tx: Tx): Promise<Logo | undefined> {
    const sql = 'select version, png from agency_logo where agency_id = $1';
    return (await tx.sql<Logo>(sql, [tx.scope.agencyId]))[0];
  }

  /** Of two at once the later one stays, under a number of its own. */
  async setLogo(tx: Tx, png: Buffer): Promise<void> {
    await tx.sql(
      `with next as (
         update agency set logo_version = logo_version + 1 where agency_id = $1
         returning agency_id, logo_version
       )
       insert into agency_logo (agency_id, version, png)
       select agency_id, logo_version, $2 from next
       on conflict (agency_id) do update set version = excluded.version, png = excluded.png`,
      [tx.scope.agencyId, png],
    );
  }

  /** False when there was none. */
  async removeLogo(tx: Tx): Promise<boolean> {
    const sql = 'delete from agency_logo where agency_id = $1 returning version';
    return (await tx.sql(sql, [tx.scope.agencyId])).length === 1;
  }
}
