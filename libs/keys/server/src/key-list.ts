import { Injectable } from '@nestjs/common';
import type { KeyPage, KeyQuery } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import { KeyViews } from './key-views';
import { KeysRepository } from './keys.repository';

const list = 'keys';

/** The bank's keys in use over all webshops of a scope: which one runs out first. */
@Injectable()
export class KeyList {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly views: KeyViews,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async page(scope: Scope, query: KeyQuery): Promise<KeyPage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const now = this.clock.now();
    return this.work.read(scope, async (tx) => {
      const { page, last } = cutPage(await this.keys.page(tx, query, { after, now }), query.limit);
      const key = last && [last.expiresAt?.toISOString() ?? 'infinity', last.id];
      return {
        items: await this.views.listed(tx, page),
        next: key ? this.cursors.write(list, agencyId, key) : null,
      };
    });
  }
}
