import type { BankKeys } from '@toonbank/keys/contract';

/** A pair as it will be kept, or the first thing that is wrong with it. */
export type PastedKeys =
  | { readonly kind: 'keys'; readonly signingKey: string; readonly refreshToken: string }
  | { readonly kind: 'fault'; readonly fault: 'swapped' | 'signing-key' | 'refresh-token' };

const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const keyForm = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Reads what a person pasted: spaces and line breaks go, swapped fields are recognised (S19: the
 * refresh token is the longer one, the signing key is 32 bytes in base64).
 */
export function readPasted(pasted: BankKeys): PastedKeys {
  const signingKey = pasted.signingKey.replace(/\s+/g, '');
  const refreshToken = pasted.refreshToken.replace(/\s+/g, '');
  if (tokenForm.test(signingKey) && keyForm.test(refreshToken)) {
    return { kind: 'fault', fault: 'swapped' };
  }
  if (!keyForm.test(signingKey)) return { kind: 'fault', fault: 'signing-key' };
  if (!tokenForm.test(refreshToken)) return { kind: 'fault', fault: 'refresh-token' };
  return { kind: 'keys', signingKey, refreshToken };
}

/** The `exp` of a JWT, if it can be read; the bank promises neither the form nor the field. */
export function expiryOf(refreshToken: string): Date | null {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(refreshToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const exp = (payload as { exp?: unknown } | null)?.exp;
    return typeof exp === 'number' && exp > 0 && exp < 32_503_680_000 ? new Date(exp * 1000) : null;
  } catch {
    return null;
  }
}
