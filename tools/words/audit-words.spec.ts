import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { words } from '../../libs/audit/portal/src/words/nl';

const root = resolve(import.meta.dirname, '../..');

it('every act that is written down has words, and every word an act', () => {
  const files = globSync('libs/*/server/src/**/*.ts', { cwd: root });
  const texts = files
    .filter((file) => !/\.(spec|testing)\.ts$/.test(file))
    .map((file) => readFileSync(resolve(root, file), 'utf8'))
    // Where tests stop a process are names of the same form, and no acts.
    .map((text) => text.replace(/failpoint\('[^']+'\)/g, ''));
  const kinds = Object.keys(words.kinds).join('|');
  const named = new RegExp(`'((?:${kinds})\\.[a-z-]+)'`, 'g');
  const acts = texts.flatMap((text) => [
    ...[...text.matchAll(named)].map(([, act]) => act!),
    ...[...text.matchAll(/\bact: '([^']+)'/g)].map(([, act]) => act!),
  ]);
  const said = Object.entries(words.acts).flatMap(([kind, of]) =>
    Object.keys(of).map((act) => `${kind}.${act}`),
  );
  expect(acts.length).toBeGreaterThan(20);
  expect(said.toSorted()).toEqual([...new Set(acts)].toSorted());
});
