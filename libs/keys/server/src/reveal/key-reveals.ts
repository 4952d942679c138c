import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { RevealedKey, RevealKey } from '@toonbank/keys/contract';
import { Work, type WebshopScope } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { keyProblems } from '../key-problems';
import { KeyRing } from '../key-ring';
import { KeysRepository } from '../keys.repository';

/** Of the portal: as long as it takes to copy, no longer than a glance over a shoulder. */
const hideAfterSeconds = 30;

/**
 * Shows a key of the bank to a person. Besides the issue of virtual pairs this is the only way by which
 * a secret leaves the vault in the clear.
 */
@Injectable()
export class KeyReveals {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly audit: Audit,
  ) {}

  /**
   * That it was shown, to whom and why, is committed before the key is opened: after a crash in
   * between it counts as shown. Each call is a reveal of its own, a repeated one too.
   */
  async reveal(scope: WebshopScope, id: Id, { key, reason }: RevealKey): Promise<RevealedKey> {
    const { place } = scope;
    const sealer = await this.ring.sealer(scope.agencyId);
    const row = await this.work.run(scope, async (tx) => {
      const held = await this.keys.lockOne(tx, place, id);
      if (!held) throw Problem.notFound('pair of keys');
      if (held.kind === 'virtual') throw keyProblems.virtualShownOnce();
      if (held.state === 'retired') throw keyProblems.shredded();
      const { merchantId, environment, version, webshopId } = held;
      await this.keys.change(tx, id, { reveals: held.reveals + 1 });
      await this.audit.record(tx, {
        ...{ act: 'keys.revealed', merchantId, subject: { kind: 'webshop', id: webshopId } },
        detail: { environment, version, key, reason },
      });
      return held;
    });
    const value =
      key === 'signing-key'
        ? this.ring.signingKey(sealer, row)
        : this.ring.refreshToken(sealer, row);
    return { value, hideAfterSeconds };
  }
}
