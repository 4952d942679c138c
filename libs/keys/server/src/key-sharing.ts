import { Injectable } from '@nestjs/common';
import type { Tx, WebshopScope } from '@toonbank/platform/db';
import { keyProblems } from './key-problems';
import { KeyRing, type Pair } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';

/** Sees to it that each webshop environment of an agency has keys of its own. */
@Injectable()
export class KeySharing {
  constructor(
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
  ) {}

  /**
   * The versions of this webshop environment that have one of these keys already. A problem at the
   * field of the key that another one has. The scope of `tx` must not be narrowed to a merchant: a key
   * in use at another one of the agency must be found too.
   */
  async ownOnly(tx: Tx, { place }: WebshopScope, pair: Pair): Promise<KeyVersionEntity[]> {
    const prints = this.ring.fingerprints(tx.scope.agencyId, pair);
    const same = await this.keys.withFingerprint(tx, prints);
    const isHere = (row: KeyVersionEntity) =>
      row.webshopId === place.webshopId && row.environment === place.environment;
    const other = same.find((row) => !isHere(row));
    if (!other) return same;
    const isKey = other.fingerprint.equals(prints.fingerprint);
    throw keyProblems.inUse(isKey ? 'signingKey' : 'refreshToken');
  }
}
