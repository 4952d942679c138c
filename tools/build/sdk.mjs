// Makes the SDK a package that npm can pack: node tools/build/sdk.mjs <folder>
// JavaScript for `import` and for `require`, types for both, and what belongs to a package.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const out = resolve(root, process.argv[2]);
const sdk = join(root, 'libs', 'sdk');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [format, file] of [
  ['esm', 'index.js'],
  ['cjs', 'index.cjs'],
]) {
  await build({
    cwd: root,
    input: join(sdk, 'src', 'index.ts'),
    platform: 'node',
    // Everything it needs is its own or Node's; a package would have to be installed with it.
    external: /^node:/,
    output: { file: join(out, file), format },
    logLevel: 'warn',
  });
}
types();
for (const file of ['package.json', 'README.md']) cpSync(join(sdk, file), join(out, file));
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));

/** Node's own resolution wants an ending on every relative import, one for `import`, one for `require`. */
function types() {
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const emitted = join(out, 'emitted');
  const options = '--declaration --emitDeclarationOnly --noEmit false --stripInternal';
  execFileSync(
    tsc,
    ['-p', join(sdk, 'tsconfig.package.json'), ...options.split(' '), '--outDir', emitted],
    { stdio: 'inherit' },
  );
  const folder = join(emitted, 'src');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const ending = (js) => text.replaceAll(/ from '(\.\/[^']+)'/g, ` from '$1.${js}'`);
    writeFileSync(join(out, file), ending('js'));
    writeFileSync(join(out, file.replace('.d.ts', '.d.cts')), ending('cjs'));
  }
  rmSync(emitted, { recursive: true });
}
