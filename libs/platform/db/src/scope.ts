import type { Environment, Id } from '@toonbank/primitives';

/** Who acts. Goes into the audit log and the timelines; holds ids only. */
export type Actor =
  | { readonly kind: 'person'; readonly id: Id }
  | { readonly kind: 'api-key'; readonly id: Id }
  | { readonly kind: 'shopper' }
  | { readonly kind: 'bank' }
  | { readonly kind: 'system'; readonly name: string };

/** One webshop in one environment: where an API key lives, and what a pull is about. */
export interface WebshopPlace {
  readonly webshopId: Id;
  readonly environment: Environment;
}

/**
 * For whom something is done: the tenant, inside it at most one merchant, inside that at most one
 * webshop environment. First argument of every service; only a `Scope` opens a `Tx`.
 */
export interface Scope {
  readonly agencyId: Id;
  readonly merchantId?: Id;
  readonly place?: WebshopPlace;
  readonly actor: Actor;
}

/** A scope that is known to stand inside one webshop environment. */
export type WebshopScope = Scope & { readonly merchantId: Id; readonly place: WebshopPlace };

export function systemScope(agencyId: Id, name: string): Scope {
  return { agencyId, actor: { kind: 'system', name } };
}
