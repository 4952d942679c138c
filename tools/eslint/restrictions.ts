/** Where a file stands, as far as the restrictions care. */
export interface Standing {
  /** May hold the database: `platform/db`, the libraries of tests, and tools. */
  readonly database?: boolean;
  /** May read `process.env` and the machine's clock. */
  readonly surroundings?: boolean;
}

const onlyWork = 'Only platform/db holds the database. Ask Work for a Tx.';
const database = [
  {
    name: 'typeorm',
    importNames: ['DataSource', 'EntityManager', 'Repository', 'getRepository', 'getConnection'],
    message: onlyWork,
  },
  {
    name: '@nestjs/typeorm',
    importNames: [
      'InjectRepository',
      'InjectDataSource',
      'InjectEntityManager',
      'getRepositoryToken',
    ],
    message: onlyWork,
  },
  { name: 'pg', message: onlyWork, allowTypeImports: true },
];

const zod = "Write import * as z from 'zod': the named import costs the portal 55 KB.";

const always = [
  { selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier", message: zod },
  { selector: "ImportDeclaration[source.value='zod'] > ImportDefaultSpecifier", message: zod },
  {
    selector: 'TSImportType',
    message: "import('x').T is not seen by the boundaries: write an import at the top.",
  },
  { selector: 'TSEnumDeclaration', message: 'No enum: use a union of texts, or z.enum.' },
  { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
  {
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
    message: 'More than six dependencies: name the thing that wants out.',
  },
  {
    selector: 'FunctionDeclaration[params.length>3]',
    message: 'More than three parameters: name what belongs together.',
  },
];
const noManager = [
  { selector: "MemberExpression[property.name='manager']", message: onlyWork },
  {
    selector: 'ImportExpression[source.value=/^(pg|typeorm|@nestjs.typeorm)$/]',
    message: onlyWork,
  },
];
const noSurroundings = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Configuration is read once: inject Config.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes from platform/clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes from platform/clock.',
  },
];

/** What may not be imported or written there. One place, because a later rule replaces an earlier one. */
export function restrictions(standing: Standing = {}) {
  const paths = standing.database ? [] : database;
  const syntax = [
    ...always,
    ...(standing.database ? [] : noManager),
    ...(standing.surroundings ? [] : noSurroundings),
  ];
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { paths }],
    'no-restricted-syntax': ['error', ...syntax],
  } as const;
}
