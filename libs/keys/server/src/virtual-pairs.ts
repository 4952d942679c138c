import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { IssuedVirtualPair, KeyVersion, NameSigningMoment } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { keyProblems } from './key-problems';
import type { KeyVersionEntity } from './key-version.entity';
import { KeyViews } from './key-views';
import { KeysRepository } from './keys.repository';
import { signerOf } from './virtual-signer';
import { VirtualKeys } from './virtual-keys';

const live = (row: KeyVersionEntity) => row.state !== 'retired';

/**
 * Renews the virtual pair of a webshop environment while it goes on selling: a second pair is valid
 * beside the first, and signs from the moment that a person names, or once the first is revoked.
 */
@Injectable()
export class VirtualPairs {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly virtual: VirtualKeys,
    private readonly views: KeyViews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The answer is the only place where the pair is ever told. Two are valid at most: else a 409. */
  async issue(scope: WebshopScope): Promise<IssuedVirtualPair> {
    const make = await this.virtual.maker(scope);
    const { merchantId, place } = scope;
    return this.work.run(scope, async (tx) => {
      const kept = (await this.keys.lock(tx, place, 'virtual')).filter(live);
      if (kept.length >= 2) throw keyProblems.twoVirtualPairs();
      const { row, pair } = await make(tx, { ...place, merchantId });
      await this.record(tx, 'virtual-keys.issued', row);
      return { ...(await this.views.one(tx, row)), ...pair };
    });
  }

  /**
   * At once and for good; the keys are shredded. The other pair takes over signing. Safe to repeat;
   * never the last one.
   */
  revoke(scope: WebshopScope, id: Id): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const rows = await this.keys.lock(tx, scope.place, 'virtual');
      const row = rows.find((known) => known.id === id);
      if (!row) throw Problem.notFound('pair of keys');
      if (!live(row)) return;
      const other = rows.find((known) => live(known) && known.id !== id);
      if (!other) throw keyProblems.lastVirtualPair();
      await this.keys.retire(tx, id, this.clock.now());
      if (row.state === 'active') await this.keys.setState(tx, other.id, 'active');
      const now = this.clock.now();
      const left = rows.filter(({ id: leftId }) => leftId !== id);
      if (!signerOf(left, now)) await this.keys.change(tx, other.id, { signsFrom: now });
      await this.record(tx, 'virtual-keys.revoked', row);
    });
  }

  /**
   * Names the moment from which a pair signs: until then, and when it is taken back, the other does.
   * Returns that were signed before stay as they are. Safe to repeat.
   */
  name(scope: WebshopScope, id: Id, { from }: NameSigningMoment): Promise<KeyVersion> {
    const now = this.clock.now();
    const signsFrom = from === undefined ? now : from === null ? null : new Date(from);
    if (from && signsFrom! < now) throw keyProblems.momentPassed();
    return this.work.run(scope, async (tx) => {
      const rows = await this.keys.lock(tx, scope.place, 'virtual');
      const row = rows.find((known) => known.id === id);
      if (!row) throw Problem.notFound('pair of keys');
      if (!live(row)) throw keyProblems.shredded();
      const named = { ...row, signsFrom };
      const after = rows.map((known) => (known === row ? named : known));
      if (!signerOf(after, now)) throw keyProblems.nobodySigns();
      await this.keys.change(tx, id, { signsFrom });
      await this.record(tx, 'virtual-keys.moment-named', named);
      const told = await this.views.told(tx, after);
      return told.find((pair) => pair.id === id)!;
    });
  }

  private record(
    tx: Tx,
    act: 'virtual-keys.issued' | 'virtual-keys.revoked' | 'virtual-keys.moment-named',
    { merchantId, webshopId, environment, version, signsFrom }: KeyVersionEntity,
  ): Promise<void> {
    const subject = { kind: 'webshop', id: webshopId };
    const from = act === 'virtual-keys.moment-named' && { from: signsFrom?.toISOString() ?? null };
    const detail = { environment, version, ...from };
    return this.audit.record(tx, { act, merchantId, subject, detail });
  }
}
