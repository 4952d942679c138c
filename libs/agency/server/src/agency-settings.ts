import { Injectable } from '@nestjs/common';
import type { Agency, ChangeAgency, SetLogo } from '@toonbank/agency/contract';
import { type Act, Audit } from '@toonbank/audit/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { Agencies } from './agencies';
import { AgenciesRepository, type Logo } from './agencies.repository';
import { redrawn } from './logo-picture';

/** How the agency is called and how it looks to its merchants. */
@Injectable()
export class AgencySettings {
  constructor(
    private readonly work: Work,
    private readonly rows: AgenciesRepository,
    private readonly agencies: Agencies,
    private readonly audit: Audit,
  ) {}

  /** Changes what is given and leaves the rest. */
  async change(scope: Scope, change: ChangeAgency): Promise<Agency> {
    const fields = Object.keys(change).sort().join(' ');
    if (fields !== '') {
      await this.work.run(scope, async (tx) => {
        await this.rows.update(tx, change);
        await this.record(tx, { act: 'agency.changed', detail: { fields } });
      });
    }
    return this.agencies.own(scope);
  }

  async logo(scope: Scope): Promise<Logo> {
    const logo = await this.work.read(scope, (tx) => this.rows.logo(tx));
    if (!logo) throw Problem.notFound('logo');
    return logo;
  }

  async setLogo(scope: Scope, { png }: SetLogo): Promise<Agency> {
    const picture = await redrawn(Buffer.from(png, 'base64'));
    await this.work.run(scope, async (tx) => {
      await this.rows.setLogo(tx, picture);
      await this.record(tx, { act: 'agency.logo-set', detail: { bytes: picture.length } });
    });
    return this.agencies.own(scope);
  }

  /** Safe to repeat. */
  async removeLogo(scope: Scope): Promise<void> {
    await this.work.run(scope, async (tx) => {
      if (await this.rows.removeLogo(tx)) await this.record(tx, { act: 'agency.logo-removed' });
    });
  }

  private record(tx: Tx, act: Pick<Act, 'act' | 'detail'>): Promise<void> {
    return this.audit.record(tx, { ...act, subject: { kind: 'agency', id: tx.scope.agencyId } });
  }
}
