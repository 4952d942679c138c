import type { Room } from './rooms.ts';

/** What projects with a tag may import; the rule of `@nx/enforce-module-boundaries`. */
export interface Constraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
  readonly allowedExternalImports?: readonly string[];
  readonly bannedExternalImports?: readonly string[];
}

const side = (...names: string[]) => names.map((name) => `side:${name}`);
const only = (sourceTag: string, tags: readonly string[]): Constraint => ({
  sourceTag,
  onlyDependOnLibsWithTags: tags,
});

/**
 * Floors and sides as constraints. A project has to meet those of all its tags, so a room's own tag
 * holds it to lower floors and its side holds it to the sides it may see. `also`: sides open to
 * everybody with a side, for specs.
 */
export function constraints(rooms: readonly Room[], also: readonly string[] = []): Constraint[] {
  const see = (tag: string, ...sides: string[]) => only(tag, side(...sides, ...also));
  return [
    ...rooms.map(({ room, floor }) =>
      only(`room:${room}`, [`room:${room}`, ...floorsBelow(floor)]),
    ),
    ...sideConstraints(see, also),
    ...appConstraints(see),
  ];
}

type See = (tag: string, ...sides: string[]) => Constraint;

function sideConstraints(see: See, also: readonly string[]): Constraint[] {
  const contract = see('side:contract', 'contract', 'primitives');
  return [
    also.length > 0 ? contract : { ...contract, allowedExternalImports: ['zod'] },
    see('side:server', 'contract', 'server', 'platform', 'smart-pay', 'primitives'),
    {
      ...see('side:portal', 'contract', 'portal', 'ui', 'primitives'),
      bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'bull', 'ioredis'],
    },
    see('side:sdk', 'contract', 'primitives'),
    see('side:ui', 'ui', 'primitives'),
    see('side:platform', 'platform', 'primitives'),
    see('side:smart-pay', 'primitives'),
    see('side:testing', 'platform', 'smart-pay', 'primitives'),
    see('side:primitives'),
  ];
}

function appConstraints(see: See): Constraint[] {
  const listening = ['server', 'contract', 'platform', 'smart-pay', 'primitives'];
  return [
    see('app:api', ...listening),
    see('app:worker', ...listening),
    see('app:portal', 'portal', 'contract', 'ui', 'primitives'),
    see('app:bank', 'smart-pay', 'primitives'),
    see('app:demo-shop', 'sdk', 'contract', 'primitives'),
    see('app:e2e', 'contract', 'testing', 'primitives'),
  ];
}

function floorsBelow(floor: number): string[] {
  return Array.from({ length: floor }, (_, below) => `floor:${below}`);
}
