import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import type { KeyRotation, StartRotation } from '@toonbank/keys/contract';
import type { Sealer } from '@toonbank/platform/crypto';
import { type Tx, Work, type WebshopScope } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { keyProblems } from '../key-problems';
import { KeyRing, type Pair } from '../key-ring';
import type { KeyVersionEntity } from '../key-version.entity';
import { KeysRepository } from '../keys.repository';
import { KeySharing } from '../key-sharing';
import { knownExpiry } from '../expiry/known-expiry';
import { readPasted } from '../pasted-keys';
import { rotationProblems } from './rotation-problems';
import { RotationTelling } from './rotation-telling';
import { RotationTurn } from './rotation-turn';

/** Begins the renewal of a webshop's keys: the new pair is kept beside the one in use, and used by nobody. */
@Injectable()
export class RotationStart {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly turn: RotationTurn,
    private readonly sharing: KeySharing,
    private readonly telling: RotationTelling,
  ) {}

  /** What is not pasted stays as it is. A problem, and nothing stored, when the pair is not right. */
  async begin(scope: WebshopScope, pasted: StartRotation): Promise<KeyRotation> {
    const sealer = await this.ring.sealer(scope.agencyId);
    // Without the merchant: a key in use at another one of the agency must be found too.
    const { agencyId, actor } = scope;
    const begun = await this.work.run({ agencyId, actor }, async (tx) => {
      const { place } = scope;
      await this.turn.take(tx, place);
      const old = await this.keys.active(tx, place, 'bank');
      if (!old) throw rotationProblems.nothingToRenew();
      const kept = this.opened(sealer, old);
      const pair = complete(pasted, kept);
      if (isSame(pair, kept)) throw rotationProblems.nothingNew();
      const here = await this.sharing.ownOnly(tx, scope, pair);
      const fresh = await this.staged(tx, sealer, { old, pair, here });
      const { tokenFingerprint } = this.ring.fingerprints(agencyId, kept);
      // Of a pair that was entered before fingerprints of tokens were kept.
      if (!old.tokenFingerprint) await this.keys.change(tx, old.id, { tokenFingerprint });
      const told = await this.telling.begun(tx, { old, fresh });
      failpoint('rotation-start.put');
      return told;
    });
    failpoint('rotation-start.done');
    return begun;
  }

  private opened(sealer: Sealer, row: KeyVersionEntity): Pair {
    const signingKey = this.ring.signingKey(sealer, row);
    return { signingKey, refreshToken: this.ring.refreshToken(sealer, row) };
  }

  private async staged(
    tx: Tx,
    sealer: Sealer,
    { old, pair, here }: Renewed,
  ): Promise<KeyVersionEntity> {
    const { webshopId, environment, merchantId } = old;
    const version = await this.keys.nextVersion(tx, { webshopId, environment }, 'bank');
    const made = { webshopId, environment, merchantId, kind: 'bank', version } as const;
    const { tokenFingerprint } = this.ring.fingerprints(old.agencyId, pair);
    const expiry = knownExpiry(pair.refreshToken, tokenFingerprint, here);
    const by = { provenAt: null, state: 'staged', enteredBy: personOf(tx) } as const;
    const row = this.ring.seal(sealer, { ...made, expiry, ...by }, pair);
    await this.keys.insert(tx, row);
    return row;
  }
}

interface Renewed {
  readonly old: KeyVersionEntity;
  readonly pair: Pair;
  /** The versions here that have one of these keys. */
  readonly here: readonly KeyVersionEntity[];
}

function complete(pasted: StartRotation, kept: Pair): Pair {
  const read = readPasted({ ...kept, ...pasted });
  if (read.kind === 'fault') throw keyProblems[read.fault]();
  return read;
}

function isSame(one: Pair, other: Pair): boolean {
  return one.signingKey === other.signingKey && one.refreshToken === other.refreshToken;
}
