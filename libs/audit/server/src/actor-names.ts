import type { Id } from '@toonbank/primitives';

/** How people are reached who did something. A port: logins are kept by a room above. */
export abstract class ActorNames {
  /** Who is gone is missing. Opens its own connection. */
  abstract emailsOf(people: readonly Id[]): Promise<ReadonlyMap<Id, string>>;
}
