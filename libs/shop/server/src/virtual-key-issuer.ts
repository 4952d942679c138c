import type { VirtualPair } from '@toonbank/shop/contract';
import type { Scope, Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** Makes the virtual pair of one webshop environment, in the transaction that makes the webshop. */
export type IssueVirtualPair = (
  tx: Tx,
  place: WebshopPlace & { readonly merchantId: Id },
) => Promise<VirtualPair>;

/** Who makes virtual pairs. A port: keys live above shops. */
export abstract class VirtualKeyIssuer {
  /** Call it before opening `Work`: the vault may need a transaction of its own. */
  abstract prepare(scope: Scope): Promise<IssueVirtualPair>;
}
