import { Injectable } from '@nestjs/common';
import type { KeyKind, KeyQuery, KeyState } from '@toonbank/keys/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import { expiryBound } from './expiry/expiry-choice';
import { KeyVersionEntity } from './key-version.entity';

/** Key versions whose signing key still verifies. */
const verifying: readonly KeyState[] = ['proven', 'active', 'draining'];

const expiry = `coalesce(k.expires_at, 'infinity'::timestamptz)`;

/** A key version of the bank verified a message. */
export interface Sighting extends WebshopPlace {
  readonly version: number;
  readonly at: Date;
}

/** Where a page begins, and the moment from which days are counted. */
interface From {
  readonly after: readonly string[];
  readonly now: Date;
}

/** Of a pair. */
type Fingerprints = Record<'fingerprint' | 'tokenFingerprint', Buffer>;

/** What may become known of a pair after it was entered. */
type KeyFacts = Pick<
  KeyVersionEntity,
  | 'signsFrom'
  | 'tokenFingerprint'
  | 'reveals'
  | 'expiresAt'
  | 'expiryTypedBy'
  | 'expiryTypedAt'
  | 'warnAt'
  | 'warnedAt'
>;

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

  /** The bank's pairs in use of a few webshops. */
  activeOf(
    tx: Tx,
    webshopIds: readonly Id[],
    environment: Environment,
  ): Promise<KeyVersionEntity[]> {
    return tx
      .from(KeyVersionEntity, 'k')
      .andWhere('k.webshopId = any(:webshopIds)', { webshopIds })
      .andWhere('k.environment = :environment', { environment })
      .andWhere(`k.kind = 'bank' and k.state = 'active'`)
      .getMany();
  }

  /** Those of a few ids. */
  byIds(tx: Tx, ids: readonly Id[]): Promise<KeyVersionEntity[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.from(KeyVersionEntity, 'k').andWhere('k.id in (:...ids)', { ids }).getMany();
  }

  /** Where in this agency one of these keys is, or was: of a retired pair only its fingerprints are left. */
  withFingerprint(tx: Tx, prints: Fingerprints): Promise<KeyVersionEntity[]> {
    return tx
      .from(KeyVersionEntity, 'k')
      .andWhere('(k.fingerprint = :fingerprint or k.tokenFingerprint = :tokenFingerprint)', prints)
      .getMany();
  }

  /** Soonest expiry first, one row more than the limit; `after` is the last of the page before. */
  page(tx: Tx, query: KeyQuery, { after, now }: From): Promise<KeyVersionEntity[]> {
    const { merchantId, expires, limit } = query;
    const environment = tx.scope.place?.environment ?? query.environment ?? 'production';
    const select = tx
      .from(KeyVersionEntity, 'k')
      .andWhere('k.environment = :environment', { environment })
      .andWhere(`k.kind = 'bank' and k.state = 'active'`);
    if (merchantId) select.andWhere('k.merchantId = :merchantId', { merchantId });
    if (expires) {
      const bound = expiryBound(expires, now);
      select.andWhere(bound ? `${expiry} <= :bound` : 'k.expires_at is null', { bound });
    }
    const [at, id] = after;
    if (id) select.andWhere(`(${expiry}, k.id) > (:at::timestamptz, :id)`, { at, id });
    return select
      .orderBy(expiry)
      .addOrderBy('k.id')
      .limit(limit + 1)
      .getMany();
  }

  /**
   * One at a time in a webshop environment, until the end of the transaction. A lock on rows would not
   * do: before the first pair there is none.
   */
  async queue(tx: Tx, { webshopId, environment }: WebshopPlace): Promise<void> {
    const place = `keys ${tx.scope.agencyId} ${webshopId} ${environment}`;
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [place]);
  }

  /**
   * All versions of a kind, held: two who change them wait for each other. Read once more after the
   * wait, so that what the other one added is in sight. Newest first.
   */
  async lock(tx: Tx, place: WebshopPlace, kind: KeyKind): Promise<KeyVersionEntity[]> {
    const ofKind = () => this.at(tx, place).andWhere('k.kind = :kind', { kind });
    await ofKind().orderBy('k.version').setLock('pessimistic_write').getMany();
    return ofKind().orderBy('k.version', 'DESC').getMany();
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

  /** Held until the transaction ends. */
  lockOne(tx: Tx, place: WebshopPlace, id: Id): Promise<KeyVersionEntity | null> {
    return this.at(tx, place).andWhere('k.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** The bank's pairs in use of which people are to be warned before a moment, the first due first. */
  due(tx: Tx, before: Date, limit: number): Promise<KeyVersionEntity[]> {
    return tx
      .from(KeyVersionEntity, 'k')
      .andWhere('k.warnAt < :before and k.expiresAt is not null', { before })
      .andWhere(`k.kind = 'bank' and k.state = 'active'`)
      .orderBy('k.warnAt')
      .addOrderBy('k.id')
      .limit(limit)
      .getMany();
  }

  /** Held until the transaction ends; in one order, so that two who hold the same wait for each other. */
  hold(tx: Tx, ids: readonly Id[]): Promise<KeyVersionEntity[]> {
    return tx
      .from(KeyVersionEntity, 'k')
      .andWhere('k.id = any(:ids)', { ids })
      .orderBy('k.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Of what is known about a pair; its keys, its state and its version stay. */
  async change(tx: Tx, id: Id, change: Partial<KeyFacts>): Promise<void> {
    await tx.update(KeyVersionEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  insert(tx: Tx, row: KeyVersionEntity): Promise<void> {
    return tx.insert(KeyVersionEntity, row);
  }

  async setState(tx: Tx, id: Id, state: KeyState): Promise<void> {
    await tx.update(KeyVersionEntity).set({ state }).andWhere('id = :id', { id }).execute();
  }

  async setProven(tx: Tx, id: Id, provenAt: Date): Promise<void> {
    await tx
      .update(KeyVersionEntity)
      .set({ state: 'proven', provenAt })
      .andWhere('id = :id', { id })
      .execute();
  }

  /** For good: the sealed keys go with it. */
  async retire(tx: Tx, id: Id, retiredAt: Date): Promise<void> {
    const nothing = Buffer.alloc(0);
    await tx
      .update(KeyVersionEntity)
      .set({ state: 'retired', retiredAt, signingKey: nothing, refreshToken: nothing })
      .andWhere('id = :id', { id })
      .execute();
  }

  async markVerified(tx: Tx, sightings: readonly Sighting[]): Promise<void> {
    await tx.sql(
      `update key_version k set last_verified_at = greatest(k.last_verified_at, s.at)
       from unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[])
         as s (webshop_id, environment, version, at)
       where k.agency_id = $1 and k.webshop_id = s.webshop_id and k.environment = s.environment
         and k.kind = 'bank' and k.version = s.version`,
      [
        tx.scope.agencyId,
        sightings.map((s) => s.webshopId),
        sightings.map((s) => s.environment),
        sightings.map((s) => s.version),
        sightings.map((s) => s.at),
      ],
    );
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
