import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { violates, type WebshopScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { ChangeEnvironment, WebshopEnvironment } from '@toonbank/shop/contract';
import { WebshopViews } from './webshop-views';
import { WebshopsRepository } from './webshops.repository';

/** Under which id the bank knows a webshop environment; the bank's notifications name it. */
@Injectable()
export class PointsOfInteraction {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly views: WebshopViews,
    private readonly audit: Audit,
  ) {}

  /** Safe to repeat. A 409 problem when another webshop of the agency has this id there. */
  async set(scope: WebshopScope, { poiId }: ChangeEnvironment): Promise<WebshopEnvironment> {
    const { place, merchantId } = scope;
    const { webshopId, environment } = place;
    try {
      return await this.work.run(scope, async (tx) => {
        await this.webshops.setPoi(tx, place, poiId);
        await this.audit.record(tx, {
          act: 'webshop.poi-set',
          merchantId,
          subject: { kind: 'webshop', id: webshopId },
          detail: { environment, poiId },
        });
        return this.views.environment(tx, place);
      });
    } catch (error) {
      throw violates(error, 'webshop_environment_poi') ? taken() : error;
    }
  }
}

function taken(): Problem {
  return new Problem(
    409,
    'poi-taken',
    'Another webshop has this poiId in this environment.',
    'Every webshop has an id of its own. Copy it again from the dashboard of the bank.',
    { path: 'poiId' },
  );
}
