import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Child } from './child.ts';
import { endLeftovers, liveOwner, RunFile } from './run-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toonbank-spec-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sleeper = () => {
  // Renames itself, as Redis does: a command line does not name a process for good.
  const script = `process.title = 'somebody else'; setInterval(() => {}, 1000)`;
  const log = join(folder, 'log');
  return new Child({ name: 'sleeper', command: process.execPath, args: ['-e', script], log });
};

it('ends what a killed owner left, also when it took another name', async () => {
  const file = join(folder, 'run.json');
  const child = sleeper();
  new RunFile(file).add(child);
  expect(await endLeftovers(file)).toEqual(['sleeper']);
  await child.ended;
  expect(child.hasEnded).toBe(true);
});

it('leaves a process alone that only has the number of an old one', async () => {
  const file = join(folder, 'run.json');
  const run = new RunFile(file);
  const child = sleeper();
  run.add(Object.defineProperty(Object.create(child) as Child, 'pid', { value: 999_999_999 }));
  expect(await endLeftovers(file)).toEqual([]);
  expect(child.hasEnded).toBe(false);
  await child.stop();
});

it('knows whether the owner still lives', () => {
  const file = join(folder, 'run.json');
  expect(liveOwner(file)).toBeUndefined();
  const run = new RunFile(file);
  expect(liveOwner(file)).toBe(process.pid);
  run.remove();
  expect(liveOwner(file)).toBeUndefined();
});
