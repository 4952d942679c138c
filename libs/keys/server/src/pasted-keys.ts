import type { BankKeys } from '@toonbank/keys/contract';

export type PasteFault =
  | 'swapped'
  | 'token-in-key-field'
  | 'key-in-token-field'
  | 'signing-key-spaces'
  | 'signing-key'
  | 'refresh-token-spaces'
  | 'refresh-token';

/** A pair as it will be kept, or the first thing that is wrong with it. */
export type PastedKeys =
  | { readonly kind: 'keys'; readonly signingKey: string; readonly refreshToken: string }
  | { readonly kind: 'fault'; readonly fault: PasteFault };

const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const keyForm = /^[A-Za-z0-9+/]{43}=$/;
/** Spaces, line breaks, and the marks without width that browsers and mails put in. */
const blank = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/**
 * Reads what a person pasted: spaces and line breaks go, swapped fields are recognised (S19: the
 * refresh token is the longer one, the signing key is 32 bytes in base64).
 */
export function readPasted(pasted: BankKeys): PastedKeys {
  const signingKey = pasted.signingKey.replace(blank, '');
  const refreshToken = pasted.refreshToken.replace(blank, '');
  const fault = swapped(signingKey, refreshToken) ?? misformed(pasted, signingKey, refreshToken);
  return fault ? { kind: 'fault', fault } : { kind: 'keys', signingKey, refreshToken };
}

function swapped(signingKey: string, refreshToken: string): PasteFault | undefined {
  const tokenAbove = tokenForm.test(signingKey);
  const keyBelow = keyForm.test(refreshToken);
  if (tokenAbove && keyBelow) return 'swapped';
  if (tokenAbove) return 'token-in-key-field';
  return keyBelow ? 'key-in-token-field' : undefined;
}

function misformed(
  pasted: BankKeys,
  signingKey: string,
  refreshToken: string,
): PasteFault | undefined {
  if (!keyForm.test(signingKey)) {
    return hasGap(pasted.signingKey) ? 'signing-key-spaces' : 'signing-key';
  }
  if (tokenForm.test(refreshToken)) return undefined;
  return hasGap(pasted.refreshToken) ? 'refresh-token-spaces' : 'refresh-token';
}

/** Something blank between two other characters: more than one thing was pasted, or half of one. */
function hasGap(text: string): boolean {
  return /\s/.test(text.trim());
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
