import { Injectable } from '@nestjs/common';
import { Colleagues } from '@toonbank/access/server';
import { Agencies } from '@toonbank/agency/server';
import { Config } from '@toonbank/platform/config';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Letter } from '@toonbank/platform/mail';
import { WebshopEndings } from '@toonbank/shop/server';
import { KeyViews } from '../key-views';
import type { KeyVersionEntity } from '../key-version.entity';
import { expiryLetter } from './expiry-letter';
import { daysUntil } from './warning-days';

/** A warning, and to whom it goes. */
export interface Warning {
  readonly to: readonly string[];
  readonly letter: Letter;
}

/** Writes warnings: to everybody of the agency who can enter keys. */
@Injectable()
export class ExpiryWarnings {
  constructor(
    private readonly work: Work,
    private readonly staff: Colleagues,
    private readonly endings: WebshopEndings,
    private readonly views: KeyViews,
    private readonly agencies: Agencies,
    private readonly config: Config,
  ) {}

  /** Opens `Work` of its own. Undefined when the webshop has ended: nobody has to do anything. */
  async write(scope: Scope, row: KeyVersionEntity, now: Date): Promise<Warning | undefined> {
    const { environment, webshopId, expiresAt } = row;
    const { name: from, language } = await this.agencies.own(scope);
    const found = await this.work.read(scope, async (tx) => {
      if (!(await this.endings.works(tx, webshopId))) return undefined;
      const [told] = await this.views.listed(tx, [row]);
      const staff = await this.staff.having(tx, 'keys:write');
      const { host, merchantName: merchant } = told!;
      return { to: staff.map(({ email }) => email), host, merchant };
    });
    if (!found) return undefined;
    const { to, host, merchant } = found;
    const url = `${this.config.publicUrl}/${environment}/webshops/${webshopId}`;
    const daysLeft = daysUntil(expiresAt!, now);
    const about = { language, from, host, merchant, environment, daysLeft, url };
    return { to, letter: expiryLetter({ ...about, expiresAt: expiresAt! }) };
  }
}
