import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, systemScope, type Tx, type WebshopScope, Work } from '@toonbank/platform/db';
import { Rounds } from '@toonbank/platform/queue';
import type { Environment, Id } from '@toonbank/primitives';
import { WebshopEndings } from '@toonbank/shop/server';
import { BrandLooks } from './brand-looks';
import { WebshopBrandsRepository } from './webshop-brands.repository';

const roundMs = 10_000;
const perRound = 50;
const perAgency = 10;
/** Longer than a look can take: nobody else looks meanwhile, and somebody does after a crash. */
const heldMs = 60_000;

interface Due {
  readonly agency_id: Id;
  readonly merchant_id: Id;
  readonly webshop_id: Id;
  readonly environment: Environment;
}

/**
 * Asks the bank every few hours which brands each webshop has: whatever is due by its row, fairly over
 * agencies. Webshops whose keys were proven since are looked at for the first time.
 */
@Injectable()
export class BrandsSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly brands: WebshopBrandsRepository,
    private readonly looks: BrandLooks,
    private readonly endings: WebshopEndings,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers about how many webshops the bank was asked. */
  async round(): Promise<number> {
    await this.each(await this.unseen(), async (place) => {
      const scope = scopeOf(place);
      const at = this.clock.now();
      await this.work.run(scope, (tx) => this.brands.beginCheck(tx, ownedBy(scope), at));
      return true;
    });
    return this.each(await this.due(), async (place) => {
      const scope = scopeOf(place);
      const held = await this.work.run(scope, (tx) => this.claim(tx, scope));
      if (held) await this.looks.look(scope, held);
      return held !== null;
    });
  }

  /**
   * Until when nobody else looks. Null when another worker has it, or the webshop has ended: nobody
   * asks about it any more.
   */
  private async claim(tx: Tx, { place }: WebshopScope): Promise<Date | null> {
    const check = await this.brands.lockCheck(tx, place);
    const now = this.clock.now();
    if (!check?.nextAt || check.nextAt > now) return null;
    const works = await this.endings.works(tx, place.webshopId);
    const nextAt = works ? new Date(now.getTime() + heldMs) : null;
    await this.brands.updateCheck(tx, place, { nextAt });
    return nextAt;
  }

  private unseen(): Promise<Due[]> {
    return this.sweeper.rows<Due>(
      `select e.agency_id, e.merchant_id, e.webshop_id, e.environment from webshop_environment e
       left join brands_check k on k.agency_id = e.agency_id and k.webshop_id = e.webshop_id
         and k.environment = e.environment
       where e.keys_proven_at is not null and k.webshop_id is null limit $1`,
      [perRound],
    );
  }

  private due(): Promise<Due[]> {
    return this.sweeper.rows<Due>(
      `select agency_id, merchant_id, webshop_id, environment from (
         select agency_id, merchant_id, webshop_id, environment, next_at,
           row_number() over (partition by agency_id order by next_at) as place
         from brands_check where next_at <= $1
       ) fair
       where place <= $2 order by place, next_at limit $3`,
      [this.clock.now(), perAgency, perRound],
    );
  }
}

function scopeOf({ agency_id: agencyId, merchant_id: merchantId, ...row }: Due): WebshopScope {
  const place = { webshopId: row.webshop_id, environment: row.environment };
  return { ...systemScope(agencyId, 'payment-methods'), merchantId, place };
}

function ownedBy({ merchantId, place }: WebshopScope) {
  return { ...place, merchantId };
}
