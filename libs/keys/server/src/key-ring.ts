import { Injectable } from '@nestjs/common';
import { AppKeys, type Sealer, Vault } from '@toonbank/platform/crypto';
import type { WebshopPlace } from '@toonbank/platform/db';
import { Clock } from '@toonbank/platform/clock';
import { newId } from '@toonbank/primitives';
import type { KeyKind, KeyState } from '@toonbank/keys/contract';
import type { Expiry } from './expiry/known-expiry';
import { firstWarning } from './expiry/warning-days';
import type { KeyVersionEntity } from './key-version.entity';

export interface Pair {
  readonly signingKey: string;
  readonly refreshToken: string;
}

/** What a sealed version is made for. */
export interface NewVersion extends WebshopPlace {
  readonly merchantId: string;
  readonly kind: KeyKind;
  readonly version: number;
  readonly state: KeyState;
  readonly provenAt: Date | null;
  readonly expiry: Expiry;
  readonly enteredBy: string | null;
}

type Field = 'signing-key' | 'refresh-token';

/** Seals pairs into rows and opens them again. The only place where a pair is in the clear. */
@Injectable()
export class KeyRing {
  constructor(
    private readonly vault: Vault,
    private readonly appKeys: AppKeys,
    private readonly clock: Clock,
  ) {}

  /** Ask before opening `Work`. */
  sealer(agencyId: string): Promise<Sealer> {
    return this.vault.sealer(agencyId);
  }

  seal(sealer: Sealer, { expiry, ...made }: NewVersion, pair: Pair): KeyVersionEntity {
    return {
      ...made,
      ...expiry,
      agencyId: sealer.agencyId,
      id: newId(),
      signingKey: sealer.seal(binding(made, 'signing-key'), pair.signingKey),
      refreshToken: sealer.seal(binding(made, 'refresh-token'), pair.refreshToken),
      ...this.fingerprints(sealer.agencyId, pair),
      createdAt: this.clock.now(),
      signsFrom: made.kind === 'virtual' && made.state === 'active' ? this.clock.now() : null,
      lastVerifiedAt: null,
      ...{ retiredAt: null, reveals: 0 },
      ...{ warnAt: firstWarning(expiry.expiresAt), warnedAt: null },
    };
  }

  signingKey(sealer: Sealer, row: KeyVersionEntity): string {
    return sealer.open(binding(row, 'signing-key'), row.signingKey).toString('utf8');
  }

  refreshToken(sealer: Sealer, row: KeyVersionEntity): string {
    return sealer.open(binding(row, 'refresh-token'), row.refreshToken).toString('utf8');
  }

  fingerprints(agencyId: string, { signingKey, refreshToken }: Pair) {
    const fingerprint = this.fingerprintOf(agencyId, signingKey);
    return { fingerprint, tokenFingerprint: this.fingerprintOf(agencyId, refreshToken) };
  }

  /** Tells equal keys of an agency apart without telling them. */
  fingerprintOf(agencyId: string, key: string): Buffer {
    return this.appKeys.mac('key-fingerprint', [agencyId, key], 32);
  }
}

function binding(
  { webshopId, environment, kind, version }: WebshopPlace & { kind: KeyKind; version: number },
  field: Field,
) {
  return { webshopId, environment, field: `${kind}-${field}`, version };
}
