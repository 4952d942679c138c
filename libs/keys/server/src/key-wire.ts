import type { KeyVersion } from '@toonbank/keys/contract';
import type { Id } from '@toonbank/primitives';
import { daysLeft } from './expiry/days-left';
import type { KeyVersionEntity } from './key-version.entity';

/** With what a key version is told: the moment of telling, and how logins are called. */
export interface Telling {
  readonly now: Date;
  readonly names: ReadonlyMap<Id, string>;
}

export function keyToWire(row: KeyVersionEntity, { now, names }: Telling): KeyVersion {
  const { id, kind, version, state, provenAt, expiresAt, enteredBy, reveals } = row;
  return {
    ...{ id, kind, version, state },
    proof: provenAt && { kind: 'refresh-call', at: provenAt.toISOString() },
    enteredAt: row.createdAt.toISOString(),
    enteredBy: (enteredBy && names.get(enteredBy)) ?? null,
    lastVerifiedAt: row.lastVerifiedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    daysLeft: expiresAt && daysLeft(expiresAt, now),
    expiryTypedBy: (row.expiryTypedBy && names.get(row.expiryTypedBy)) ?? null,
    expiryFrom: expiresAt && (row.expiryTypedAt ? 'person' : 'token'),
    signsFrom: row.signsFrom?.toISOString() ?? null,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    reveals,
  };
}
