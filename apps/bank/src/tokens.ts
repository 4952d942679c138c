import { randomBytes } from 'node:crypto';

/**
 * A token that looks like the bank's: three parts, ES256 in its head, an `exp` in its body
 * unless it tells none. Its third
 * part is random, not a signature: the ledger knows which tokens are good.
 */
export function newToken(kind: 'GKL' | 'NO' | 'EMO', expiresAt: number | null): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const cid = `${randomBytes(2).toString('hex')}-${randomBytes(2).toString('hex')}`;
  const told = expiresAt !== null && { exp: Math.floor(expiresAt / 1000) };
  return `${part({ kid: kind, alg: 'ES256' })}.${part({ cid, ...told })}.${randomBytes(64).toString('base64url')}`;
}

export function newSigningKey(): string {
  return randomBytes(32).toString('base64');
}
