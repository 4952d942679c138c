import { sign, signedString, type SigningKey, verify } from './signature';

/** What the bank adds to the return URL. */
export interface ReturnParameters {
  readonly orderId: string;
  readonly status: string;
  readonly signature: string;
}

type Unsigned = Pick<ReturnParameters, 'orderId' | 'status'>;

/** Over the plain texts; percent-encoding comes after. */
export function returnString({ orderId, status }: Unsigned): string {
  return signedString([orderId, status]);
}

export function signReturn(key: SigningKey, parameters: Unsigned): string {
  return sign(key, returnString(parameters));
}

export function verifyReturn(key: SigningKey, parameters: ReturnParameters): boolean {
  return verify(key, returnString(parameters), parameters.signature);
}

const longest = 1024;
/** Seen refused as "blacklisted"; the bank's list is not public. */
const blacklisted = ['pro', 'cc'];
/** Top-level domains that are reserved and can never be reached. */
const reserved = ['test', 'invalid', 'local'];

/** Why the bank refuses a return URL; null when it takes it. Loopback addresses are for development. */
export function returnUrlProblem(
  text: string,
): 'missing' | 'not-valid' | 'blacklisted' | 'too-long' | null {
  if (text === '') return 'missing';
  if ([...text].length > longest) return 'too-long';
  if (!URL.canParse(text)) return 'not-valid';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'not-valid';
  if (url.username || url.password) return 'not-valid';
  if (['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return null;
  const top = url.hostname.split('.').at(-1) ?? '';
  if (!/^[a-z][a-z0-9-]+$/.test(top) || !url.hostname.includes('.')) return 'not-valid';
  if (reserved.includes(top)) return 'not-valid';
  return blacklisted.includes(top) ? 'blacklisted' : null;
}
