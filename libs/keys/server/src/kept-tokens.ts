import { Injectable } from '@nestjs/common';
import { type RefreshToken, TokenSource } from '@toonbank/bank-client/server';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { KeyRing } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';

/** Gives the bank client the refresh token in use. */
@Injectable()
export class KeptTokens extends TokenSource {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
  ) {
    super();
  }

  override async refreshToken(scope: WebshopScope): Promise<RefreshToken | undefined> {
    const sealer = await this.ring.sealer(scope.agencyId);
    const row = await this.work.read(scope, (tx) => this.keys.active(tx, scope.place, 'bank'));
    if (!row) return undefined;
    const token = this.ring.refreshToken(sealer, row);
    if (!row.tokenFingerprint) await this.keepFingerprint(scope, row, token);
    return { version: row.version, token };
  }

  /** Of a key that was entered before fingerprints of tokens were kept. */
  private keepFingerprint(scope: WebshopScope, { id }: KeyVersionEntity, token: string) {
    const tokenFingerprint = this.ring.fingerprintOf(scope.agencyId, token);
    return this.work.run(scope, (tx) => this.keys.change(tx, id, { tokenFingerprint }));
  }
}
