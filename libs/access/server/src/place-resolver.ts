import type { Scope, Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** Whose webshop is it? A port: this room can't see shops, the room that keeps them provides it. */
export abstract class PlaceResolver {
  /** Undefined when there is no such webshop inside the scope. Opens its own `Work`. */
  abstract merchantOf(scope: Scope, webshopId: Id): Promise<Id | undefined>;

  /** In the caller's transaction: a 409 problem when the webshop has ended. */
  abstract mustWork(tx: Tx, webshopId: Id): Promise<void>;
}
