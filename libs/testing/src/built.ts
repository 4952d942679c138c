import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../../..');
/** Our own code, and the decorator helpers that rolldown brings along; packages stay outside. */
const ours = /^(\.|\/|@toonbank\/|@oxc-project\/runtime)/;
const made = new Map<string, Promise<string>>();

/**
 * Bundles an entry of an app (`bank/src/main.ts`) for a process of its own; answers the file. Once
 * per test process, and always from the sources as they are now.
 */
export function built(entry: string): Promise<string> {
  const known = made.get(entry);
  if (known) return known;
  const file = bundle(entry);
  made.set(entry, file);
  return file;
}

async function bundle(entry: string): Promise<string> {
  const build = await rolldown({
    input: join(root, 'apps', entry),
    platform: 'node',
    tsconfig: join(root, 'tsconfig.json'),
    external: (id) => !ours.test(id),
    logLevel: 'silent',
  });
  const name = `${entry.replaceAll(/\W/g, '-')}-${process.pid}.js`;
  const file = join(root, 'dist', 'test', name);
  await build.write({ file, format: 'esm', keepNames: true, codeSplitting: false });
  await build.close();
  return file;
}
