import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import type { Scope, Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { VirtualKeyIssuer, WebshopEndings } from '@toonbank/shop/server';
import { unknownExpiry } from './expiry/known-expiry';
import { KeyRing, type Pair } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';

type Place = WebshopPlace & { readonly merchantId: Id };

interface Made {
  readonly row: KeyVersionEntity;
  readonly pair: Pair;
}

/** Makes the pairs that shops get instead of the bank's, so that the bank's never leave the vault. */
@Injectable()
export class VirtualKeys extends VirtualKeyIssuer {
  constructor(
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly endings: WebshopEndings,
  ) {
    super();
  }

  override async prepare(scope: Scope) {
    const make = await this.maker(scope);
    return async (tx: Tx, place: Place): Promise<Pair> => (await make(tx, place)).pair;
  }

  /**
   * The first pair of a place signs; one made beside it is valid, and waits for its turn to sign. An
   * ended webshop gets none: a 409 problem.
   */
  async maker(scope: Scope): Promise<(tx: Tx, place: Place) => Promise<Made>> {
    const sealer = await this.ring.sealer(scope.agencyId);
    return async (tx, place) => {
      await this.endings.mustWork(tx, place.webshopId);
      const pair = newPair();
      const version = await this.keys.nextVersion(tx, place, 'virtual');
      const state = (await this.keys.active(tx, place, 'virtual')) ? 'proven' : 'active';
      const { webshopId, environment, merchantId } = place;
      const made = { webshopId, environment, merchantId, kind: 'virtual', version, state } as const;
      const facts = { provenAt: null, expiry: unknownExpiry, enteredBy: personOf(tx) };
      const row = this.ring.seal(sealer, { ...made, ...facts }, pair);
      await this.keys.insert(tx, row);
      return { row, pair };
    };
  }
}

/** The same forms as the bank's, so that plug-ins take them; the token is opaque to everybody. */
export function newPair(): Pair {
  const part = (bytes: number) => randomBytes(bytes).toString('base64url');
  const head = Buffer.from('{"alg":"none","kid":"toonbank"}').toString('base64url');
  return {
    signingKey: randomBytes(32).toString('base64'),
    refreshToken: `${head}.${part(48)}.${part(32)}`,
  };
}
