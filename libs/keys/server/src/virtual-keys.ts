import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Scope, Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { VirtualKeyIssuer } from '@toonbank/shop/server';
import { KeyRing, type Pair } from './key-ring';
import { KeysRepository } from './keys.repository';

/** Makes the pairs that shops get instead of the bank's, so that the bank's never leave the vault. */
@Injectable()
export class VirtualKeys extends VirtualKeyIssuer {
  constructor(
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
  ) {
    super();
  }

  override async prepare(scope: Scope) {
    const sealer = await this.ring.sealer(scope.agencyId);
    return async (tx: Tx, place: WebshopPlace & { readonly merchantId: Id }): Promise<Pair> => {
      const pair = newPair();
      const version = await this.keys.nextVersion(tx, place, 'virtual');
      const made = { ...place, kind: 'virtual', version, state: 'active' } as const;
      const row = this.ring.seal(sealer, { ...made, provenAt: null, expiresAt: null }, pair);
      await this.keys.insert(tx, row);
      return pair;
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
