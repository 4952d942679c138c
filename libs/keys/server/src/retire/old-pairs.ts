import { Injectable } from '@nestjs/common';
import type { KeyVersion, RetireKeys } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { Work, type WebshopScope } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { keyProblems } from '../key-problems';
import { KeyViews } from '../key-views';
import { KeysRepository } from '../keys.repository';
import { rotationProblems } from '../rotation/rotation-problems';
import { OldPairRecords } from './old-pair-records';
import { OldPairRules } from './old-pair-rules';

/**
 * Destroys a pair of the bank that was replaced at once and has been left to verify since, or the last
 * one of a webshop that has ended.
 */
@Injectable()
export class OldPairs {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly rules: OldPairRules,
    private readonly views: KeyViews,
    private readonly records: OldPairRecords,
    private readonly clock: Clock,
  ) {}

  /** For good; the keys are shredded. Safe to repeat, also twice at once. */
  async retire(scope: WebshopScope, id: Id, { anyway = false }: RetireKeys): Promise<KeyVersion> {
    const retired = await this.work.run(scope, async (tx) => {
      // Renewals and new keys wait in the same queue: none of them begins while this looks.
      await this.keys.queue(tx, scope.place);
      const rows = (await this.keys.list(tx, scope.place)).filter(({ kind }) => kind === 'bank');
      const row = rows.find((known) => known.id === id);
      if (!row) throw Problem.notFound('pair of keys');
      if (row.state === 'retired') return this.views.one(tx, row);
      await this.rules.demandOld(tx, row);
      const active = rows.find(({ state }) => state === 'active') ?? row;
      const drop = await this.rules.verdict(tx, row, active);
      if (row.state === 'active' && drop.waitingOrders > 0) throw keyProblems.ordersWait();
      const isEarly = !drop.isSafe;
      if (isEarly && !anyway) throw rotationProblems.notQuiet();
      const retiredAt = this.clock.now();
      await this.keys.retire(tx, id, retiredAt);
      await this.records.retired(tx, row, isEarly);
      failpoint('old-pair.put');
      return this.views.one(tx, { ...row, state: 'retired', retiredAt });
    });
    failpoint('old-pair.done');
    return retired;
  }
}
