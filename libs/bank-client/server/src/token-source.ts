import type { WebshopScope } from '@toonbank/platform/db';

/** A refresh token in the clear, with the version of the key pair it belongs to. */
export interface RefreshToken {
  readonly version: number;
  readonly token: string;
}

/** Where refresh tokens come from: a port, provided by the room that keeps the keys. */
export abstract class TokenSource {
  /** The pair in use; undefined when the webshop has none in this environment. */
  abstract refreshToken(scope: WebshopScope): Promise<RefreshToken | undefined>;
}
