import { Injectable } from '@nestjs/common';
import type { Scope, Tx, WebshopScope } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import { destroyedKey, hasKey, type Prints } from './destroyed-key';
import { keyProblems } from './key-problems';
import { KeyRing, type Pair } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';
import { RotationsRepository } from './rotation/rotations.repository';

/** Sees to it that each webshop environment of an agency has keys of its own, and none that was destroyed. */
@Injectable()
export class KeySharing {
  constructor(
    private readonly keys: KeysRepository,
    private readonly rotations: RotationsRepository,
    private readonly webshops: Webshops,
    private readonly ring: KeyRing,
  ) {}

  /**
   * The versions of this webshop environment that have one of these keys already. A problem at the
   * field of the key that another one has, or that was destroyed here. The scope of `tx` must not be
   * narrowed to a merchant: a key in use at another one of the agency must be found too.
   */
  async ownOnly(tx: Tx, scope: WebshopScope, pair: Pair): Promise<KeyVersionEntity[]> {
    const prints = this.ring.fingerprints(tx.scope.agencyId, pair);
    const same = await this.keys.withFingerprint(tx, prints);
    const kept = same.filter(({ state }) => state !== 'retired');
    const isHere = (row: KeyVersionEntity) =>
      row.webshopId === scope.place.webshopId && row.environment === scope.place.environment;
    const other = kept.find((row) => !isHere(row));
    if (other) throw await this.inUse(tx, scope, { other, prints });
    const gone = same.filter((row) => row.state === 'retired' && isHere(row));
    const field = destroyedKey(prints, { kept, gone: await this.wereInUse(tx, gone) });
    if (field) throw keyProblems.destroyed(field);
    return kept;
  }

  /** A new pair whose renewal was broken off is not one that was replaced: it can be entered again. */
  private async wereInUse(tx: Tx, gone: KeyVersionEntity[]): Promise<KeyVersionEntity[]> {
    const ids = gone.map(({ id }) => id);
    const abandoned = await this.rotations.abandoned(tx, ids);
    return gone.filter(({ id }) => !abandoned.has(id));
  }

  private async inUse(tx: Tx, scope: Scope, { other, prints }: Found) {
    const field = hasKey(other, 'signingKey', prints) ? 'signingKey' : 'refreshToken';
    // Of people only those of the agency itself enter keys, and they see all its webshops; fingerprints
    // of different agencies never match.
    if (scope.actor.kind !== 'person') return keyProblems.inUse(field);
    const host = (await this.webshops.hosts(tx, [other.webshopId])).get(other.webshopId);
    const { environment } = other;
    return keyProblems.inUse(field, host === undefined ? undefined : { host, environment });
  }
}

interface Found {
  readonly other: KeyVersionEntity;
  readonly prints: Prints;
}
