import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { AgencyEntity } from './agency.entity';
import { hashOfWebhookKey } from './webhook-key';

/**
 * The only file that may name the tables `agency` and `webhook_route` (the latter is read at the
 * door).
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

  own(tx: Tx): Promise<AgencyEntity | null> {
    return tx.from(AgencyEntity, 'a').getOne();
  }
}
