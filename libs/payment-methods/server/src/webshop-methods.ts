import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import type { WebshopMethods as Told, Wish } from '@toonbank/payment-methods/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type WebshopPlace, Work } from '@toonbank/platform/db';
import { methodProblems } from './method-problems';
import { MethodViews } from './method-views';
import { ShopsBelow } from './shops-below';
import { WebshopBrandsRepository } from './webshop-brands.repository';

/** A person may ask for a look so often; the bank's brands are to be kept for hours. */
const leastPauseMs = 20_000;

/** What a webshop has of methods in one environment: wanted beside actual. */
@Injectable()
export class WebshopMethods {
  constructor(
    private readonly work: Work,
    private readonly brands: WebshopBrandsRepository,
    private readonly views: MethodViews,
    private readonly shops: ShopsBelow,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get(scope: Scope, place: WebshopPlace): Promise<Told> {
    const known = await this.shops.known(scope, place);
    return this.work.read(scope, (tx) => this.views.of(tx, known));
  }

  /** Safe to repeat: the same wish again changes nothing, not even its moment. */
  async want(scope: Scope, place: WebshopPlace, asked: Wanted): Promise<Told> {
    const known = await this.shops.known(scope, place);
    return this.work.run(scope, async (tx) => {
      await this.shops.endings.mustWork(tx, place.webshopId);
      await this.brands.beginWish(tx, { ...known, brand: asked.brand });
      const before = await this.brands.lock(tx, place, asked.brand);
      if (before.wish !== asked.wish) {
        const { merchantId } = known;
        const { environment, webshopId } = place;
        const made = { ...asked, at: this.clock.now(), by: personOf(tx) };
        await this.brands.setWish(tx, place, made);
        await this.audit.record(tx, {
          ...{ act: 'method.wanted', merchantId },
          subject: { kind: 'webshop', id: webshopId },
          detail: { environment, brand: asked.brand, from: before.wish, to: asked.wish },
        });
      }
      return this.views.of(tx, known);
    });
  }

  /** Lets the worker ask the bank at its next round, unless it did so a moment ago. */
  async look(scope: Scope, place: WebshopPlace): Promise<Told> {
    const known = await this.shops.known(scope, place);
    if (!known.hasKeys) throw methodProblems.noKeys();
    return this.work.run(scope, async (tx) => {
      await this.shops.endings.mustWork(tx, place.webshopId);
      const now = this.clock.now();
      await this.brands.beginCheck(tx, known, now);
      const check = (await this.brands.lockCheck(tx, place))!;
      const asked = check.askedAt?.getTime() ?? 0;
      const at = new Date(Math.max(now.getTime(), asked + leastPauseMs));
      if (!check.nextAt || check.nextAt > at)
        await this.brands.updateCheck(tx, place, { nextAt: at });
      return this.views.of(tx, known);
    });
  }
}

interface Wanted {
  readonly brand: string;
  readonly wish: Wish | null;
}
