// Builds the programs of a Node application: node tools/build/node.mjs <app> <entry>...
// Our own code goes into the bundle, packages stay outside.
import { join, resolve } from 'node:path';
import { build } from 'rolldown';

const [app, ...entries] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
// (The helpers for decorators belong to our code: rolldown brings them.)
const ours = /^(@toonbank\/|@oxc-project\/runtime|\0|\.{0,2}\/)/;

await build({
  cwd: root,
  input: Object.fromEntries(entries.map((entry) => [entry, `apps/${app}/src/${entry}.ts`])),
  platform: 'node',
  // Decorator metadata and aliases are what tsconfig says they are.
  tsconfig: join(root, 'tsconfig.json'),
  external: (id) => !ours.test(id),
  output: {
    dir: join(root, 'dist', 'apps', app),
    cleanDir: true,
    format: 'esm',
    sourcemap: true,
    // TypeORM and Nest find things by the name of their class.
    keepNames: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});
