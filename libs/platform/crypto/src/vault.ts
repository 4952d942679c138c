import { createSecretKey, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { systemScope, type Tx, Work } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import { DataKeyEntity } from './data-key.entity';
import { Kek } from './kek';
import { Sealer } from './sealer';

const keptMs = 5 * 60_000;
const keptAgencies = 2_000;

/** Seals what must never be stored in the clear. One data key per agency, wrapped by the key-encryption key. */
@Injectable()
export class Vault {
  private readonly sealers = new Map<string, { until: number; sealer: Promise<Sealer> }>();

  constructor(
    private readonly work: Work,
    private readonly kek: Kek,
    private readonly clock: Clock,
  ) {}

  /**
   * The agency's sealer; kept in memory for five minutes. Ask for it *before* opening `Work`: it may
   * have to read the data keys in a transaction of its own.
   */
  sealer(agencyId: string): Promise<Sealer> {
    const now = this.clock.millis();
    const kept = this.sealers.get(agencyId);
    if (kept && kept.until > now) return kept.sealer;
    const sealer = this.load(agencyId);
    this.sealers.delete(agencyId);
    this.sealers.set(agencyId, { until: now + keptMs, sealer });
    sealer.catch(() => this.sealers.delete(agencyId));
    const oldest = this.sealers.keys().next();
    if (this.sealers.size > keptAgencies && !oldest.done) this.sealers.delete(oldest.value);
    return sealer;
  }

  /** Makes the first data key of a new agency, in the transaction that makes the agency. */
  async createDataKey(tx: Tx): Promise<void> {
    const { agencyId } = tx.scope;
    await tx.insert(DataKeyEntity, {
      agencyId,
      id: newId(),
      kekId: this.kek.id,
      wrapped: await this.kek.wrap(agencyId, randomBytes(32)),
      createdAt: this.clock.now(),
    });
  }

  private async load(agencyId: string): Promise<Sealer> {
    const rows = await this.work.read(systemScope(agencyId, 'vault'), (tx) =>
      tx.from(DataKeyEntity, 'k').orderBy('k.createdAt').addOrderBy('k.id').getMany(),
    );
    const keys = rows.map(async ({ id, wrapped }) => {
      const plain = await this.kek.unwrap(agencyId, wrapped);
      const key = createSecretKey(plain);
      plain.fill(0);
      return { id, key };
    });
    return new Sealer(agencyId, await Promise.all(keys));
  }
}
