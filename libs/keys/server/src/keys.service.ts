import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { BankClient } from '@toonbank/bank-client/server';
import type { BankKeys, KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work, type WebshopScope } from '@toonbank/platform/db';
import type { Environment } from '@toonbank/primitives';
import { keyProblems } from './key-problems';
import { KeyRing, type Pair } from './key-ring';
import type { KeyVersionEntity } from './key-version.entity';
import { KeysRepository } from './keys.repository';
import { expiryOf, readPasted } from './pasted-keys';

/** Keeps the keys of webshops: takes them in only when the bank itself has shown that they work. */
@Injectable()
export class KeysService {
  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly ring: KeyRing,
    private readonly bank: BankClient,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(scope: WebshopScope): Promise<KeyVersions> {
    const rows = await this.work.read(scope, (tx) => this.keys.list(tx, scope.place));
    return { items: rows.map(toWire) };
  }

  /**
   * Proves a pasted pair by a live refresh call and takes it into use. A pair that was in use goes on
   * verifying until it is retired. Throws a problem, and stores nothing, when the pair is not right.
   */
  async enter(scope: WebshopScope, pasted: BankKeys): Promise<KeyVersion> {
    const read = readPasted(pasted);
    if (read.kind === 'fault') throw keyProblems[read.fault]();
    await this.prove(scope.place.environment, read.refreshToken);
    return this.keep(scope, read);
  }

  private async prove(environment: Environment, refreshToken: string): Promise<void> {
    const outcome = await this.bank.prove(environment, refreshToken);
    if (outcome.kind === 'token') return;
    if (outcome.kind === 'no-answer') throw keyProblems.noAnswer();
    const other: Environment = environment === 'sandbox' ? 'production' : 'sandbox';
    const elsewhere = await this.bank.prove(other, refreshToken);
    throw elsewhere.kind === 'token' ? keyProblems.wrongEnvironment(other) : keyProblems.refused();
  }

  private async keep(scope: WebshopScope, pair: Pair): Promise<KeyVersion> {
    const { merchantId, place } = scope;
    const sealer = await this.ring.sealer(scope.agencyId);
    const fingerprint = this.ring.fingerprint(scope.agencyId, pair.signingKey);
    return this.work.run(agencyWide(scope), async (tx) => {
      const same = await this.keys.withFingerprint(tx, fingerprint);
      const here = same.find((row) => isAt(row, scope));
      if (same.length > 0 && !here) throw keyProblems.inUse();
      if (here?.state === 'active' && this.ring.refreshToken(sealer, here) === pair.refreshToken) {
        return toWire(here);
      }
      const version = await this.keys.nextVersion(tx, place, 'bank');
      await this.keys.drainActive(tx, place, 'bank');
      const state = 'active';
      const made = { ...place, merchantId, kind: 'bank' as const, version, state } as const;
      const moments = { provenAt: this.clock.now(), expiresAt: expiryOf(pair.refreshToken) };
      const row = this.ring.seal(sealer, { ...made, ...moments }, pair);
      await this.keys.insert(tx, row);
      await this.audit.record(tx, {
        act: 'keys.entered',
        merchantId,
        subject: { kind: 'webshop', id: place.webshopId },
        detail: { environment: place.environment, version },
      });
      return toWire(row);
    });
  }
}

/** A key in use at another merchant of the agency must be found too. */
function agencyWide({ agencyId, actor }: Scope): Scope {
  return { agencyId, actor };
}

function isAt(row: KeyVersionEntity, { place }: WebshopScope): boolean {
  return row.webshopId === place.webshopId && row.environment === place.environment;
}

export function toWire(row: KeyVersionEntity): KeyVersion {
  const { id, kind, version, state } = row;
  return {
    id,
    kind,
    version,
    state,
    provenAt: row.provenAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
