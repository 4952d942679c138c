import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import type { BankKeys, KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import type { Sealer } from '@toonbank/platform/crypto';
import { type Scope, type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { BankProof } from './bank-proof';
import { KeyIntake } from './key-intake';
import { keyProblems } from './key-problems';
import { KeyRing, type Pair } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeyViews } from './key-views';
import { KeysRepository } from './keys.repository';
import { knownExpiry } from './expiry/known-expiry';
import { readPasted } from './pasted-keys';

/** A pair that the bank has taken, and when. */
interface ProvenPair extends Pair {
  readonly provenAt: Date;
}

interface Entered {
  readonly scope: WebshopScope;
  readonly pair: ProvenPair;
  /** The versions here that have one of these keys. */
  readonly here: readonly KeyVersionEntity[];
}

/** Keeps the keys of webshops: takes them in only when the bank itself has shown that they work. */
@Injectable()
export class KeysService {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly proof: BankProof,
    private readonly intake: KeyIntake,
    private readonly views: KeyViews,
  ) {}

  list(scope: WebshopScope): Promise<KeyVersions> {
    return this.work.read(scope, async (tx) => {
      const rows = await this.keys.list(tx, scope.place);
      const rotation = await this.views.renewalIn(tx, scope.place);
      return { items: await this.views.kept(tx, rows), lastNotificationAt: newest(rows), rotation };
    });
  }

  /**
   * Proves a pasted pair by a live refresh call and takes it into use. A pair that was in use goes on
   * verifying until it is retired. Throws a problem, and stores nothing, when the pair is not right.
   * Safe to repeat, also twice at once.
   */
  async enter(scope: WebshopScope, pasted: BankKeys): Promise<KeyVersion> {
    const read = readPasted(pasted);
    if (read.kind === 'fault') throw keyProblems[read.fault]();
    const provenAt = await this.proof.of(scope.place.environment, read.refreshToken);
    failpoint('key-entry.proven');
    const kept = await this.keep(scope, { ...read, provenAt });
    failpoint('key-entry.done');
    return kept;
  }

  private async keep(scope: WebshopScope, pair: ProvenPair): Promise<KeyVersion> {
    const sealer = await this.ring.sealer(scope.agencyId);
    return this.work.run(agencyWide(scope), async (tx) => {
      // Before anything is read: of two who enter at once the second sees what the first entered.
      await this.keys.queue(tx, scope.place);
      const here = await this.intake.ownOnly(tx, scope, pair);
      const active = here.find(({ state }) => state === 'active');
      if (active && this.isSame(sealer, active, pair)) return this.views.one(tx, active);
      const row = await this.sealed(tx, sealer, { scope, pair, here });
      await this.intake.take(tx, row);
      failpoint('key-entry.put');
      return this.views.one(tx, row);
    });
  }

  private isSame(sealer: Sealer, row: KeyVersionEntity, pair: ProvenPair): boolean {
    if (this.ring.refreshToken(sealer, row) !== pair.refreshToken) return false;
    return this.ring.signingKey(sealer, row) === pair.signingKey;
  }

  private async sealed(
    tx: Tx,
    sealer: Sealer,
    { scope, pair, here }: Entered,
  ): Promise<KeyVersionEntity> {
    const { place, merchantId } = scope;
    const version = await this.keys.nextVersion(tx, place, 'bank');
    const made = { ...place, merchantId, kind: 'bank', version, state: 'active' } as const;
    const { provenAt, refreshToken } = pair;
    const { tokenFingerprint } = this.ring.fingerprints(scope.agencyId, pair);
    const expiry = knownExpiry(refreshToken, tokenFingerprint, here);
    const facts = { provenAt, expiry, enteredBy: personOf(tx) };
    return this.ring.seal(sealer, { ...made, ...facts }, pair);
  }
}

/** A key in use at another merchant of the agency must be found too. */
function agencyWide({ agencyId, actor }: Scope): Scope {
  return { agencyId, actor };
}

function newest(rows: readonly KeyVersionEntity[]): string | null {
  const moments = rows.map(({ lastVerifiedAt }) => lastVerifiedAt?.getTime() ?? 0);
  const last = Math.max(0, ...moments);
  return last === 0 ? null : new Date(last).toISOString();
}
