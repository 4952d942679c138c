import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import {
  Door,
  systemScope,
  type WebshopPlace,
  type WebshopScope,
  Work,
} from '@toonbank/platform/db';
import { type Environment, type Id } from '@toonbank/primitives';
import { signingKey, type SigningKey } from '@toonbank/smart-pay';
import { KeyRing } from './key-ring';
import { KeysRepository } from './keys.repository';
import { signerOf } from './virtual-signer';

/** A signing key that is valid now, ready for use, with what it belongs to. */
export interface Candidate extends WebshopPlace {
  readonly agencyId: Id;
  readonly merchantId: Id;
  readonly version: number;
  readonly key: SigningKey;
}

interface Kept {
  readonly until: number;
  readonly candidates: Promise<readonly Candidate[]>;
}

const keptMs = 30_000;
const missKeptMs = 5_000;
const keptEntries = 20_000;

/**
 * The signing keys that verify the bank's messages, opened and kept for half a minute, so that a
 * verification costs no round trip. Another process sees a new key within that time, or at once
 * through `look: 'again'`, which is allowed once in five seconds per point of interaction.
 */
@Injectable()
export class SigningKeys {
  private readonly byPoi = new Map<string, Kept>();
  private readonly refreshed = new Map<string, number>();

  constructor(
    private readonly door: Door,
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Of one agency's webshop environments with this poiId: the same id may stand in both. */
  candidates(agencyId: Id, poiId: string): Promise<readonly Candidate[]> {
    const key = `${agencyId}|${poiId}`;
    const known = this.byPoi.get(key);
    if (known && this.clock.millis() < known.until) return known.candidates;
    return this.load(key, agencyId, poiId);
  }

  /** One fresh look after nothing fitted; undefined when the last such look was moments ago. */
  lookAgain(agencyId: Id, poiId: string): Promise<readonly Candidate[]> | undefined {
    const key = `${agencyId}|${poiId}`;
    const now = this.clock.millis();
    if (now - (this.refreshed.get(key) ?? 0) < missKeptMs) return undefined;
    if (this.refreshed.size >= keptEntries) this.refreshed.clear();
    this.refreshed.set(key, now);
    return this.load(key, agencyId, poiId);
  }

  /** What may verify a message to this webshop environment (bank), newest first; not cached. */
  async verifying(scope: WebshopScope): Promise<readonly Candidate[]> {
    const sealer = await this.ring.sealer(scope.agencyId);
    const rows = await this.work.read(scope, (tx) => this.keys.verifying(tx, scope.place, 'bank'));
    return rows.map((row) => candidate(row, this.ring.signingKey(sealer, row)));
  }

  /** With what we sign towards the webshop; undefined when it has no virtual pair. */
  async virtual(scope: WebshopScope): Promise<SigningKey | undefined> {
    const sealer = await this.ring.sealer(scope.agencyId);
    const { place } = scope;
    const rows = await this.work.read(scope, (tx) => this.keys.verifying(tx, place, 'virtual'));
    const row = signerOf(rows, this.clock.now());
    return row ? signingKey(this.ring.signingKey(sealer, row)) : undefined;
  }

  private load(key: string, agencyId: Id, poiId: string): Promise<readonly Candidate[]> {
    const candidates = this.read(agencyId, poiId);
    if (this.byPoi.size >= keptEntries) this.byPoi.clear();
    const until = this.clock.millis() + keptMs;
    this.byPoi.set(key, { until, candidates });
    candidates.then(
      (found) => {
        if (found.length === 0) {
          this.byPoi.set(key, { until: this.clock.millis() + missKeptMs, candidates });
        }
      },
      () => this.byPoi.delete(key),
    );
    return candidates;
  }

  private async read(agencyId: Id, poiId: string): Promise<readonly Candidate[]> {
    const places = await this.door.rows<{ webshop_id: string; environment: Environment }>(
      'select webshop_id, environment from poi_route where agency_id = $1 and poi_id = $2',
      [agencyId, poiId],
    );
    if (places.length === 0) return [];
    const sealer = await this.ring.sealer(agencyId);
    const rows = await this.work.read(systemScope(agencyId, 'signing-keys'), async (tx) => {
      const found = [];
      for (const { webshop_id: webshopId, environment } of places) {
        found.push(...(await this.keys.verifying(tx, { webshopId, environment }, 'bank')));
      }
      return found;
    });
    return rows.map((row) => candidate(row, this.ring.signingKey(sealer, row)));
  }
}

function candidate(
  row: WebshopPlace & { agencyId: Id; merchantId: Id; version: number },
  base64: string,
): Candidate {
  const { agencyId, webshopId, environment, merchantId, version } = row;
  return { agencyId, webshopId, environment, merchantId, version, key: signingKey(base64) };
}
