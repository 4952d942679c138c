import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { words } from '../../libs/ui/src/words/problems.nl';

const root = resolve(import.meta.dirname, '../..');

/** What only programs that call the API can meet: a person at the portal never does. */
const forPrograms = [
  'bank-refused',
  'bank-would-refuse',
  'cross-site',
  'environment',
  'idempotency-key',
  'idempotency-key-reused',
  'in-flight',
  'method',
  'order-exists',
  'return-url',
  'two-credentials',
];

/** Codes in the places where problems are made: `Problem.conflict('code', …`, `[400, 'code', …`. */
const made = [
  /Problem\.(?:conflict|unprocessable)\(\s*'([a-z-]+)'/g,
  /new Problem\(\s*\d{3},\s*'([a-z-]+)'/g,
  /atKey\(\s*'([a-z-]+)'/g,
  /atToken\(\s*'([a-z-]+)'/g,
  /^ {2}\d{3}: \['([a-z-]+)'/gm,
];

it('every problem that a person can meet is said in Dutch too', () => {
  const files = globSync(['libs/*/server/src/**/*.ts', 'libs/platform/*/src/**/*.ts'], {
    cwd: root,
  }).filter((file) => !/\.(spec|testing)\.ts$/.test(file));
  const codes = new Set<string>();
  for (const file of files) {
    const text = readFileSync(resolve(root, file), 'utf8');
    for (const form of made) {
      for (const [, code] of text.matchAll(form)) codes.add(code!);
    }
  }
  expect(codes.size).toBeGreaterThan(40);
  const known = new Set([...Object.keys(words), ...forPrograms]);
  expect([...codes].filter((code) => !known.has(code))).toEqual([]);
});
