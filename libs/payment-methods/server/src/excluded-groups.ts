import { Injectable } from '@nestjs/common';
import { type Act, Audit } from '@toonbank/audit/server';
import type {
  AddBillinkExclusion,
  BillinkExclusion,
  BillinkExclusions,
  EndBillinkExclusion,
} from '@toonbank/payment-methods/contract';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { ExcludedGroupsRepository } from './excluded-groups.repository';
import { formProblems } from './form-problems';

type Told = Readonly<Record<string, string>>;

/**
 * Which goods Billink does not take (S47). That list is not public: the agency keeps what it was told,
 * with its days and source. What is so no longer gets an end and stays; only a mistake is taken away.
 */
@Injectable()
export class ExcludedGroups {
  constructor(
    private readonly groups: ExcludedGroupsRepository,
    private readonly work: Work,
    private readonly audit: Audit,
  ) {}

  list(scope: Scope): Promise<BillinkExclusions> {
    return this.work.read(scope, (tx) => this.told(tx));
  }

  add(scope: Scope, said: AddBillinkExclusion): Promise<BillinkExclusions> {
    return this.work.run(scope, async (tx) => {
      const group = { id: newId(), ...said };
      await this.demandRight(tx, group, 'name');
      await this.groups.add(tx, group);
      const { name, asOf, until, source } = group;
      const days: Told = until === null ? { on: asOf } : { from: asOf, until };
      await this.record(tx, { act: 'billink.exclusion-added', detail: { name, ...days, source } });
      return this.told(tx);
    });
  }

  end(scope: Scope, id: Id, { until }: EndBillinkExclusion): Promise<BillinkExclusions> {
    return this.work.run(scope, async (tx) => {
      const known = await this.groups.one(tx, id);
      if (!known) throw Problem.notFound('product group');
      const { name, asOf: from } = known;
      await this.demandRight(tx, { ...known, until }, 'until');
      await this.groups.end(tx, { id, until });
      await this.record(tx, { act: 'billink.exclusion-ended', detail: { name, from, until } });
      return this.told(tx);
    });
  }

  remove(scope: Scope, id: Id): Promise<BillinkExclusions> {
    return this.work.run(scope, async (tx) => {
      const row = await this.groups.remove(tx, id);
      if (!row) throw Problem.notFound('product group');
      await this.record(tx, { act: 'billink.exclusion-removed', detail: { name: row.name } });
      return this.told(tx);
    });
  }

  /** Where the same group would stand twice, the field that can mend it is named. */
  private async demandRight(
    tx: Tx,
    group: BillinkExclusion,
    path: 'name' | 'until',
  ): Promise<void> {
    if (group.until !== null && group.until < group.asOf) throw formProblems.endsTooEarly();
    await this.groups.lock(tx);
    if (await this.groups.hasDouble(tx, group)) throw formProblems.doubleGroup(path);
  }

  private record(tx: Tx, told: Pick<Act, 'act' | 'detail'>): Promise<void> {
    return this.audit.record(tx, {
      ...told,
      subject: { kind: 'agency', id: tx.scope.agencyId },
    });
  }

  private async told(tx: Tx): Promise<BillinkExclusions> {
    return { isPublic: false, items: await this.groups.all(tx) };
  }
}
