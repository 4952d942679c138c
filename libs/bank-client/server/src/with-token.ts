import type { WebshopScope } from '@toonbank/platform/db';
import type { Environment } from '@toonbank/primitives';
import type { AccessTokens } from './access-tokens';

export type TokenRefused = { readonly kind: 'token-refused' };

/** One call in one environment, with an access token. */
export interface TokenCall {
  readonly environment: Environment;
  readonly accessToken: string;
}

interface Asking<T> {
  readonly tokens: AccessTokens;
  readonly scope: WebshopScope;
  /** The outcome when no token is to be had. */
  readonly silent: (reason: string) => T;
}

/** Makes a call with a webshop's access token; a refused token is renewed and the call made once more. */
export async function withToken<T>(
  { tokens, scope, silent }: Asking<T>,
  send: (call: TokenCall) => Promise<T | TokenRefused>,
): Promise<T | { readonly kind: 'keys-refused' }> {
  for (const last of [false, true]) {
    const token = await tokens.get(scope);
    if (token.kind === 'refused') return { kind: 'keys-refused' };
    if (token.kind === 'no-answer') return silent(token.reason);
    const { environment } = scope.place;
    const outcome = await send({ environment, accessToken: token.accessToken });
    if (!isTokenRefused(outcome)) return outcome;
    if (!last) tokens.drop(scope);
  }
  return { kind: 'keys-refused' };
}

function isTokenRefused(outcome: unknown): outcome is TokenRefused {
  return (outcome as TokenRefused).kind === 'token-refused';
}
