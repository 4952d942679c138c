import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { difference } from './emit.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'toonbank-spec-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('asks for the file when there is none', () => {
  expect(difference(root, '{}')).toMatch(/missing: run npm run openapi/);
});

it('is quiet when the file is what the API says', () => {
  writeFileSync(join(root, 'openapi.json'), '{}\n');
  expect(difference(root, '{}\n')).toBeUndefined();
});

it('shows where the file and the API part', () => {
  writeFileSync(join(root, 'openapi.json'), '{\n  "a": 1\n}\n');
  expect(difference(root, '{\n  "a": 2\n}\n')).toMatch(/line 2:\n- {3}"a": 1\n\+ {3}"a": 2/);
});
