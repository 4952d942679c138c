import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import type { BankKeys, KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import type { Sealer } from '@toonbank/platform/crypto';
import { type Scope, type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { BankProof } from './bank-proof';
import { KeyIntake } from './key-intake';
import { keyProblems } from './key-problems';
import { KeyRing, type Pair } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeyViews } from './key-views';
import { KeysRepository } from './keys.repository';
import { expiryOf, readPasted } from './pasted-keys';

/** A pair that the bank has taken, and when. */
interface ProvenPair extends Pair {
  readonly provenAt: Date;
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
      return { items: await this.views.told(tx, rows), lastNotificationAt: newest(rows) };
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
    return this.keep(scope, { ...read, provenAt });
  }

  private async keep(scope: WebshopScope, pair: ProvenPair): Promise<KeyVersion> {
    const sealer = await this.ring.sealer(scope.agencyId);
    const fingerprint = this.ring.fingerprint(scope.agencyId, pair.signingKey);
    return this.work.run(agencyWide(scope), async (tx) => {
      // Before anything is read: of two who enter at once the second sees what the first entered.
      await this.keys.queue(tx, scope.place);
      const same = await this.keys.withFingerprint(tx, fingerprint);
      const here = same.filter((row) => isAt(row, scope));
      if (same.length > here.length) throw keyProblems.inUse();
      const active = here.find(({ state }) => state === 'active');
      if (active && this.ring.refreshToken(sealer, active) === pair.refreshToken) {
        return this.views.one(tx, active);
      }
      const row = await this.sealed(tx, sealer, { scope, pair });
      await this.intake.take(tx, row);
      return this.views.one(tx, row);
    });
  }

  private async sealed(
    tx: Tx,
    sealer: Sealer,
    { scope, pair }: { scope: WebshopScope; pair: ProvenPair },
  ): Promise<KeyVersionEntity> {
    const { place, merchantId } = scope;
    const version = await this.keys.nextVersion(tx, place, 'bank');
    const made = { ...place, merchantId, kind: 'bank', version, state: 'active' } as const;
    const { provenAt } = pair;
    const facts = { provenAt, expiresAt: expiryOf(pair.refreshToken), enteredBy: personOf(tx) };
    return this.ring.seal(sealer, { ...made, ...facts }, pair);
  }
}

/** A key in use at another merchant of the agency must be found too. */
function agencyWide({ agencyId, actor }: Scope): Scope {
  return { agencyId, actor };
}

function isAt(row: KeyVersionEntity, { place }: WebshopScope): boolean {
  return row.webshopId === place.webshopId && row.environment === place.environment;
}

function newest(rows: readonly KeyVersionEntity[]): string | null {
  const moments = rows.map(({ lastVerifiedAt }) => lastVerifiedAt?.getTime() ?? 0);
  const last = Math.max(0, ...moments);
  return last === 0 ? null : new Date(last).toISOString();
}
