import { Injectable } from '@nestjs/common';
import { Colleagues } from '@toonbank/access/server';
import { Agencies } from '@toonbank/agency/server';
import { Config } from '@toonbank/platform/config';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Letter } from '@toonbank/platform/mail';
import type { Id } from '@toonbank/primitives';
import { WebshopEndings } from '@toonbank/shop/server';
import { KeyViews } from '../key-views';
import type { KeyVersionEntity } from '../key-version.entity';
import { expiryLetter } from './expiry-letter';
import { daysLeft, hasExpired } from './days-left';

/** A warning, to whom it goes, and of which pairs. */
export interface Warning {
  /** Those whose webshop works: with the others nobody has to do anything. */
  readonly named: ReadonlySet<Id>;
  readonly to: readonly string[];
  /** None when nothing is named. */
  readonly letter: Letter | undefined;
}

/** Writes warnings: one letter about all pairs that are due, to everybody who can enter keys. */
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

  /** Opens `Work` of its own. */
  async write(scope: Scope, due: readonly KeyVersionEntity[], now: Date): Promise<Warning> {
    const { name: from, language } = await this.agencies.own(scope);
    const { publicUrl } = this.config;
    return this.work.read(scope, async (tx) => {
      const webshopIds = [...new Set(due.map(({ webshopId }) => webshopId))];
      const standing = await this.endings.standing(tx, webshopIds);
      const rows = due.filter(({ webshopId }) => standing.get(webshopId)?.works);
      if (rows.length === 0) return { named: new Set(), to: [], letter: undefined };
      const told = await this.views.listed(tx, rows);
      const staff = await this.staff.having(tx, 'keys:write');
      const pairs = rows.map(({ environment, webshopId, expiresAt }, index) => ({
        ...{ environment, host: told[index]!.host, merchant: told[index]!.merchantName },
        ...{ expiresAt: expiresAt!, daysLeft: daysLeft(expiresAt!, now) },
        hasExpired: hasExpired(expiresAt!, now),
        url: `${publicUrl}/${environment}/webshops/${webshopId}`,
      }));
      return {
        named: new Set(rows.map(({ id }) => id)),
        to: staff.map(({ email }) => email),
        letter: expiryLetter({ language, from, publicUrl, now, pairs }),
      };
    });
  }
}
