/** A file that must not exist, and why lint must say so. */
export interface Forbidden {
  readonly what: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
  readonly reason: RegExp;
}

const boundary = '@nx/enforce-module-boundaries';
const imports = (from: string) => `import { it } from '${from}';\nexport const x = it;\n`;

/**
 * Each case has two rooms of its own that exist only in the copy: a cellar below everything and an
 * attic above, with all three sides. Shared or real rooms would often be red for a circle instead.
 */
export const forbidden: readonly Forbidden[] = [
  {
    what: 'a lower floor imports a higher one',
    file: 'libs/cellar/server/src/up.ts',
    code: imports('@toonbank/attic/server'),
    rule: boundary,
    reason: /"room:cellar\d+" can only depend on libs tagged with "room:cellar\d+", "floor:0"$/,
  },
  {
    what: 'a contract imports a contract of a higher floor',
    file: 'libs/cellar/contract/src/up.ts',
    code: imports('@toonbank/attic/contract'),
    rule: boundary,
    reason: /"room:cellar\d+" can only depend on/,
  },
  {
    what: 'a portal imports a server',
    file: 'libs/attic/portal/src/down.ts',
    code: imports('@toonbank/cellar/server'),
    rule: boundary,
    reason: /"side:portal" can only depend on libs tagged with "side:contract"/,
  },
  {
    what: 'a contract imports its own server',
    file: 'libs/attic/contract/src/own.ts',
    code: imports('@toonbank/attic/server'),
    rule: boundary,
    reason: /"side:contract" can only depend on libs tagged with "side:contract"/,
  },
  {
    what: 'a server imports a portal',
    file: 'libs/attic/server/src/portal.ts',
    code: imports('@toonbank/cellar/portal'),
    rule: boundary,
    reason: /"side:server" can only depend on libs tagged with "side:contract"/,
  },
  {
    what: 'a server reaches its contract by a relative path',
    file: 'libs/attic/server/src/relative.ts',
    code: imports('../../contract/src/index'),
    rule: boundary,
    reason: /cannot be imported by a relative or absolute path/,
  },
  {
    what: 'a contract imports a package other than zod',
    file: 'libs/attic/contract/src/package.ts',
    code: `import { v7 } from 'uuid';\nexport const x = v7;\n`,
    rule: boundary,
    reason: /"side:contract" is not allowed to import "uuid"/,
  },
  {
    what: 'a portal imports a package of the server',
    file: 'libs/attic/portal/src/package.ts',
    code: `import Bull from 'bull';\nexport const x = Bull;\n`,
    rule: boundary,
    reason: /"side:portal" is not allowed to import "bull"/,
  },
  {
    what: 'the bank imports the platform',
    file: 'apps/bank/src/platform.ts',
    code: imports('@toonbank/platform/clock'),
    rule: boundary,
    reason: /"app:bank" can only depend on libs tagged with "side:smart-pay"/,
  },
  {
    what: 'a room imports an application',
    file: 'libs/attic/server/src/app.ts',
    code: imports('../../../../apps/bank/src/platform'),
    rule: boundary,
    reason: /relative or absolute path/,
  },
  {
    what: 'a type is fetched past the boundaries',
    file: 'libs/cellar/server/src/type.ts',
    code: `export type X = import('@toonbank/attic/server').It;\n`,
    rule: 'no-restricted-syntax',
    reason: /not seen by the boundaries/,
  },
  {
    what: 'a room takes the DataSource',
    file: 'libs/attic/server/src/data-source.ts',
    code: `import { DataSource } from 'typeorm';\nexport const x = DataSource;\n`,
    rule: '@typescript-eslint/no-restricted-imports',
    reason: /Only platform\/db holds the database/,
  },
  {
    what: 'a room injects a repository of its own',
    file: 'libs/attic/server/src/repository.ts',
    code: `import { InjectRepository } from '@nestjs/typeorm';\nexport const x = InjectRepository;\n`,
    rule: '@typescript-eslint/no-restricted-imports',
    reason: /Only platform\/db holds the database/,
  },
  {
    what: 'a room opens a connection',
    file: 'libs/attic/server/src/pool.ts',
    code: `import { Pool } from 'pg';\nexport const x = new Pool();\n`,
    rule: '@typescript-eslint/no-restricted-imports',
    reason: /Only platform\/db holds the database/,
  },
  {
    what: 'a room reaches for the entity manager',
    file: 'libs/attic/server/src/manager.ts',
    code: `export const x = (tx: { manager: unknown }) => tx.manager;\n`,
    rule: 'no-restricted-syntax',
    reason: /Only platform\/db holds the database/,
  },
  {
    what: 'zod is imported by name',
    file: 'libs/attic/contract/src/zod.ts',
    code: `import { z } from 'zod';\nexport const x = z.string();\n`,
    rule: 'no-restricted-syntax',
    reason: /import \* as z from 'zod'/,
  },
];

/** What is allowed; were it red too, the cases above would prove nothing. */
export const allowed: Readonly<Record<string, string>> = {
  'libs/attic/server/src/allowed.ts': [
    `import { it } from '@toonbank/cellar/contract';`,
    `import { Work } from '@toonbank/platform/db';`,
    `import * as z from 'zod';`,
    `export const x = [it, Work, z];`,
  ].join('\n'),
  'libs/attic/contract/src/allowed.ts': imports('@toonbank/cellar/contract'),
  'libs/attic/portal/src/allowed.ts': imports('@toonbank/attic/contract'),
  'libs/platform/db/src/allowed.ts': `import { DataSource } from 'typeorm';\nexport const x = DataSource;\n`,
};
