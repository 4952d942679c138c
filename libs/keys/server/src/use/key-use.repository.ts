import { Injectable } from '@nestjs/common';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { KeysRepository } from '../keys.repository';
import type { Sighting } from './key-sightings';

/** Hours are kept for so long after the last message of their key. */
const keptDays = 14;

/** Messages that a version of the bank's keys verified in the hour from `at` on. */
export interface KeyHour {
  readonly version: number;
  readonly at: Date;
  readonly messages: number;
}

/** The only file that may name the `key_use_hour` table. */
@Injectable()
export class KeyUseRepository {
  constructor(private readonly keys: KeysRepository) {}

  /** Adds up with what others wrote of the same hours; what is old goes. */
  async add(tx: Tx, sightings: readonly Sighting[]): Promise<void> {
    const seen = sightings.map(({ candidate, lastAt }) => ({ ...candidate, at: lastAt }));
    await this.keys.markVerified(tx, seen);
    const hours = sightings.flatMap(({ candidate, hours: own }) =>
      [...own].map(([at, messages]) => ({ ...candidate, at: new Date(at), messages })),
    );
    const columns = [
      tx.scope.agencyId,
      hours.map((hour) => hour.webshopId),
      hours.map((hour) => hour.environment),
      hours.map((hour) => hour.version),
      hours.map((hour) => hour.at),
    ];
    await tx.sql(
      `insert into key_use_hour
         (agency_id, webshop_id, environment, version, at, merchant_id, messages)
       select $1, u.* from
         unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::uuid[], $7::int[]) u
       on conflict (agency_id, webshop_id, environment, version, at)
         do update set messages = key_use_hour.messages + excluded.messages`,
      [...columns, hours.map((hour) => hour.merchantId), hours.map((hour) => hour.messages)],
    );
    await tx.sql(
      `delete from key_use_hour h
       using unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[])
         as s (webshop_id, environment, version, at)
       where h.agency_id = $1 and h.webshop_id = s.webshop_id and h.environment = s.environment
         and h.version = s.version and h.at < s.at - make_interval(days => ${keptDays})`,
      columns,
    );
  }

  /** Of a few versions of one webshop environment, from a moment on. */
  async since(
    tx: Tx,
    { webshopId, environment }: WebshopPlace,
    { versions, from }: { readonly versions: readonly number[]; readonly from: Date },
  ): Promise<KeyHour[]> {
    return tx.sql<KeyHour>(
      `select version, at, messages from key_use_hour
       where agency_id = $1 and webshop_id = $2 and environment = $3 and version = any($4::int[])
         and at >= $5`,
      [tx.scope.agencyId, webshopId, environment, versions, from],
    );
  }
}
