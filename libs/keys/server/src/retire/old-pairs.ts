import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { KeyVersion, RetireKeys } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { KeyVersionEntity } from '../key-version.entity';
import { KeyViews } from '../key-views';
import { KeysRepository } from '../keys.repository';
import { rotationProblems } from '../rotation/rotation-problems';
import { OldPairRules } from './old-pair-rules';

/** Destroys a pair of the bank that was replaced at once and has been left to verify since. */
@Injectable()
export class OldPairs {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly rules: OldPairRules,
    private readonly views: KeyViews,
    private readonly audit: Audit,
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
      const isEarly = !(await this.rules.isSafe(tx, row, active));
      if (isEarly && !anyway) throw rotationProblems.notQuiet();
      const retiredAt = this.clock.now();
      await this.keys.retire(tx, id, retiredAt);
      await this.record(tx, row, isEarly ? 'keys.retired-early' : 'keys.retired');
      failpoint('old-pair.put');
      return this.views.one(tx, { ...row, state: 'retired', retiredAt });
    });
    failpoint('old-pair.done');
    return retired;
  }

  private record(
    tx: Tx,
    { merchantId, webshopId, environment, version }: KeyVersionEntity,
    act: 'keys.retired' | 'keys.retired-early',
  ): Promise<void> {
    const subject = { kind: 'webshop', id: webshopId };
    return this.audit.record(tx, { act, merchantId, subject, detail: { environment, version } });
  }
}
