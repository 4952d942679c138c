import { Injectable } from '@nestjs/common';
import type { KeyKind, KeyState } from '@toonbank/keys/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { KeyVersionEntity } from './key-version.entity';

/** Key versions whose signing key still verifies. */
const verifying: readonly KeyState[] = ['proven', 'active', 'draining'];

/** The only file that may name the `key_version` table. */
@Injectable()
export class KeysRepository {
  list(tx: Tx, place: WebshopPlace): Promise<KeyVersionEntity[]> {
    return this.at(tx, place).orderBy('k.kind').addOrderBy('k.version', 'DESC').getMany();
  }

  verifying(tx: Tx, place: WebshopPlace, kind: KeyKind): Promise<KeyVersionEntity[]> {
    return this.at(tx, place)
      .andWhere('k.kind = :kind', { kind })
      .andWhere('k.state in (:...verifying)', { verifying })
      .orderBy('k.version', 'DESC')
      .getMany();
  }

  active(tx: Tx, place: WebshopPlace, kind: KeyKind): Promise<KeyVersionEntity | null> {
    return this.at(tx, place)
      .andWhere('k.kind = :kind', { kind })
      .andWhere(`k.state = 'active'`)
      .getOne();
  }

  /** Where in this agency the same signing key is kept already and still counts. */
  withFingerprint(tx: Tx, fingerprint: Buffer): Promise<KeyVersionEntity[]> {
    return tx
      .from(KeyVersionEntity, 'k')
      .andWhere('k.fingerprint = :fingerprint', { fingerprint })
      .andWhere(`k.state <> 'retired'`)
      .getMany();
  }

  /** The number of the next version. Concurrent entries collide on the unique key; one of them fails. */
  async nextVersion(tx: Tx, place: WebshopPlace, kind: KeyKind): Promise<number> {
    const last = await this.at(tx, place)
      .andWhere('k.kind = :kind', { kind })
      .orderBy('k.version', 'DESC')
      .limit(1)
      .getOne();
    return (last?.version ?? 0) + 1;
  }

  /** The pair in use goes on verifying: what the bank signed before the change is still under way. */
  async drainActive(tx: Tx, place: WebshopPlace, kind: KeyKind): Promise<void> {
    await tx
      .update(KeyVersionEntity)
      .set({ state: 'draining' })
      .andWhere('webshop_id = :webshopId and environment = :environment', { ...place })
      .andWhere(`kind = :kind and state = 'active'`, { kind })
      .execute();
  }

  insert(tx: Tx, row: KeyVersionEntity): Promise<void> {
    return tx.insert(KeyVersionEntity, row);
  }

  private at(tx: Tx, { webshopId, environment }: WebshopPlace) {
    return tx
      .from(KeyVersionEntity, 'k')
      .andWhere('k.webshopId = :webshopId and k.environment = :environment', {
        webshopId,
        environment,
      });
  }
}
