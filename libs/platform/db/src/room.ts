import type { EntitySchema, MigrationInterface } from 'typeorm';

/**
 * What a room brings to the database. `apps` collect all of them; a room's own tests take the room
 * with what it `needs`, so that they run on just the tables below it.
 */
export interface RoomTables {
  readonly name: string;
  readonly needs: readonly RoomTables[];
  readonly entities: readonly (EntitySchema | (new () => object))[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Every room reachable from these, each once, lower rooms first. */
export function withNeeds(rooms: readonly RoomTables[]): RoomTables[] {
  const found = new Set<RoomTables>();
  const visit = (room: RoomTables): void => {
    if (found.has(room)) return;
    room.needs.forEach(visit);
    found.add(room);
  };
  rooms.forEach(visit);
  return [...found];
}
