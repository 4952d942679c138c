import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed, forbidden } from './boundaries.cases.ts';

const house = resolve(import.meta.dirname, '../..');
const copied = ['apps', 'libs', 'tools', 'nx.json', 'package.json', 'package-lock.json'];
const configs = ['tsconfig.json', 'tsconfig.base.json', 'eslint.config.mjs'];

interface Finding {
  readonly ruleId: string | null;
  readonly message: string;
}

const red = forbidden.map((item, index) => ({
  ...item,
  file: inRooms(index, item.file),
  code: inRooms(index, item.code),
}));
const green = Object.entries(allowed).map(([file, code], index) => ({
  file: inRooms(red.length + index, file),
  code: inRooms(red.length + index, code),
}));
const cases = [...red, ...green];

let copy: string;
let findings: Map<string, Finding[]>;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'toonbank-boundaries-')));
  for (const name of [...copied, ...configs]) {
    cpSync(join(house, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/[/\\](dist|node_modules|\.angular)$/.test(path),
    });
  }
  symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'));
  addRooms();
  for (const { file, code } of cases) write(file, code);
  findings = lint(cases.map(({ file }) => file));
}, 180_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('lint, on a copy of the house without caches, is red when', () => {
  it.each(red)('$what', ({ file, rule, reason }) => {
    const said = (findings.get(file) ?? []).filter((finding) => finding.ruleId === rule);
    expect(said.map((finding) => finding.message)).toEqual([expect.stringMatching(reason)]);
  });
});

describe('lint is green for what is allowed in', () => {
  it.each(green)('$file', ({ file }) => {
    expect(findings.get(file)).toEqual([]);
  });
});

/** The rooms of one case. */
function inRooms(index: number, text: string): string {
  return text.replaceAll(/cellar|attic/g, (room) => `${room}${index}`);
}

function addRooms(): void {
  const base = JSON.parse(readFileSync(join(copy, 'tsconfig.base.json'), 'utf8')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  for (const index of cases.keys()) {
    Object.assign(base.compilerOptions.paths, addRoom(`cellar${index}`, 1));
    Object.assign(base.compilerOptions.paths, addRoom(`attic${index}`, 9));
  }
  write('tsconfig.base.json', JSON.stringify(base));
}

/** Returns the room's aliases. */
function addRoom(room: string, floor: number): Record<string, string[]> {
  write(`libs/${room}/room.json`, JSON.stringify({ floor }));
  write(
    `libs/${room}/portal/tsconfig.json`,
    '{ "extends": "../../../tsconfig.json", "exclude": [] }',
  );
  const indexes = ['contract', 'server', 'portal'].map((side) => {
    const index = `libs/${room}/${side}/src/index.ts`;
    write(index, 'export const it = 1;\nexport type It = number;\n');
    return [`@toonbank/${room}/${side}`, [`./${index}`]];
  });
  return Object.fromEntries(indexes);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

/** The way `npm run check` does it: the graph first, then eslint. */
function lint(files: readonly string[]): Map<string, Finding[]> {
  run('nx', ['graph', '--file=.nx/graph.json']);
  const { stdout, stderr } = run('eslint', ['--format=json', ...files]);
  if (!stdout.startsWith('[')) throw new Error(`eslint did not run:\n${stdout}${stderr}`);
  const results = JSON.parse(stdout) as { filePath: string; messages: Finding[] }[];
  return new Map(results.map((result) => [relative(copy, result.filePath), result.messages]));
}

function run(program: string, args: readonly string[]): { stdout: string; stderr: string } {
  const env = { ...process.env, NX_DAEMON: 'false', NX_CACHE_PROJECT_GRAPH: undefined };
  const bin = join(copy, 'node_modules', '.bin', program);
  return spawnSync(bin, args, { cwd: copy, env, encoding: 'utf8', maxBuffer: 50_000_000 });
}
