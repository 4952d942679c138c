import { Injectable } from '@nestjs/common';
import { type Agency, agencyLogoPath, houseStyle } from '@toonbank/agency/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { Config } from '@toonbank/platform/config';
import { Vault } from '@toonbank/platform/crypto';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { newId } from '@toonbank/primitives';
import { AgenciesRepository, type FoundAgency } from './agencies.repository';
import type { AgencyEntity } from './agency.entity';
import { newWebhookKey, webhookUrl } from './webhook-key';

/** The tenants. */
@Injectable()
export class Agencies {
  constructor(
    private readonly work: Work,
    private readonly agencies: AgenciesRepository,
    private readonly vault: Vault,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * A new agency with its data key and its webhook address. Who may do this is the operator's
   * affair.
   */
  async create(name: string): Promise<Agency> {
    const createdAt = this.clock.now();
    const row: AgencyEntity = {
      ...{ agencyId: newId(), name, webhookKey: newWebhookKey(), createdAt },
      ...{ language: 'nl', colour: null, logoVersion: 0 },
    };
    await this.work.run(systemScope(row.agencyId, 'agency-create'), async (tx) => {
      await this.agencies.insert(tx, row);
      await this.vault.createDataKey(tx);
      await this.audit.record(tx, {
        act: 'agency.created',
        subject: { kind: 'agency', id: row.agencyId },
      });
    });
    return this.toWire({ ...row, hasLogo: false });
  }

  /** The agency of the scope. Its webhook address is for agency staff only. */
  async own(scope: Scope): Promise<Agency> {
    const row = await this.work.read(scope, (tx) => this.agencies.own(tx));
    if (!row) throw Problem.notFound('agency');
    return scope.merchantId ? { ...this.toWire(row), webhookUrl: null } : this.toWire(row);
  }

  private toWire(row: FoundAgency): Agency {
    const { agencyId: id, name, language, colour } = row;
    return {
      ...{ id, name, language },
      house: colour === null ? null : houseStyle(colour),
      logoUrl: row.hasLogo ? `/${agencyLogoPath}?v=${row.logoVersion}` : null,
      webhookUrl: webhookUrl(this.config.publicUrl, row.webhookKey),
    };
  }
}
