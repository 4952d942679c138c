import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Room {
  readonly room: string;
  readonly floor: number;
}

/** One Nx project: a side of a room, or a library that rooms stand on. */
export interface Project {
  readonly name: string;
  readonly root: string;
  readonly tags: readonly string[];
}

const sides = ['contract', 'server', 'portal'];

/**
 * The project whose public file this is, told by its path alone; `undefined` for a path that is none.
 * `floorOf` reads the room's floor.
 */
export function projectOf(index: string, floorOf: (room: string) => number): Project | undefined {
  const [libs, first = '', second = '', third] = index.split('/');
  if (libs !== 'libs') return undefined;
  if (second === 'src')
    return { name: first, root: `libs/${first}`, tags: [`side:${first}`, 'floor:0'] };
  if (third !== 'src') return undefined;
  const name = `${first}-${second}`;
  const root = `libs/${first}/${second}`;
  if (first === 'platform') return { name, root, tags: ['side:platform', 'floor:0'] };
  if (!sides.includes(second)) {
    throw new Error(`${index}: a room has the sides ${sides.join(', ')}, and no ${second}.`);
  }
  return { name, root, tags: [`room:${first}`, `side:${second}`, `floor:${floorOf(first)}`] };
}

/** The floor that `libs/<room>/room.json` names. Throws a sentence when it does not. */
export function floorIn(workspace: string, room: string): number {
  const file = join(workspace, 'libs', room, 'room.json');
  const fault = `libs/${room} is a room and needs libs/${room}/room.json with {"floor": 1} or higher.`;
  if (!existsSync(file)) throw new Error(fault);
  const { floor } = JSON.parse(readFileSync(file, 'utf8')) as { floor?: unknown };
  if (typeof floor !== 'number' || !Number.isInteger(floor) || floor < 1) throw new Error(fault);
  return floor;
}

/** Every room of the house with its floor. */
export function roomsIn(workspace: string): Room[] {
  return readdirSync(join(workspace, 'libs'))
    .filter((room) => existsSync(join(workspace, 'libs', room, 'room.json')))
    .map((room) => ({ room, floor: floorIn(workspace, room) }));
}
