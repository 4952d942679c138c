import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { explain, Trouble } from './trouble.ts';

export const howToGetRedis =
  'install Redis 6.2 or newer (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis) or set REDIS_URL to a server of yours';

/** The server, and the libraries that a bare Debian does not have. */
const packages = [
  'redis-server',
  'redis-tools',
  'libatomic1',
  'libjemalloc2',
  'liblua5.1-0',
  'liblzf1',
  'lua-bitop',
  'lua-cjson',
];

export function isDebian(): boolean {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) && existsSync('/usr/bin/apt-get');
}

/**
 * Downloads Debian's packages and unpacks them into `folder`: no root, nothing installed. The folder
 * appears whole or not at all.
 */
export function fetchDebianRedis(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}.making-`);
  try {
    unpack(making, packages);
    unpack(making, missingLibraries(making));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function unpack(folder: string, names: readonly string[]): void {
  if (names.length === 0) return;
  download(folder, names);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    run('dpkg', ['-x', join(folder, file), folder], folder);
    rmSync(join(folder, file));
  }
  const checker = join(folder, 'usr', 'bin', 'redis-check-rdb');
  const server = join(folder, 'usr', 'bin', 'redis-server');
  // Debian ships the server as a link to the program under its other name.
  if (existsSync(checker)) {
    rmSync(server, { force: true });
    copyFileSync(checker, server);
  }
}

/** With the machine's own package lists when they are there, else with lists of our own. */
function download(folder: string, names: readonly string[]): void {
  const asked = ['-q', 'download', ...names];
  if (spawnSync('apt-get', asked, { cwd: folder }).status === 0) return;
  const own = join(dirname(folder), 'apt');
  mkdirSync(join(own, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(own, 'cache', 'archives', 'partial'), { recursive: true });
  const options = [
    '-o',
    `Dir::State::Lists=${join(own, 'lists')}`,
    '-o',
    `Dir::Cache=${join(own, 'cache')}`,
  ];
  run('apt-get', [...options, '-q', 'update'], folder);
  run('apt-get', [...options, ...asked], folder);
  rmSync(own, { recursive: true, force: true });
}

/** Where the unpacked packages hold their libraries. */
export function libraryFolders(folder: string): string {
  const machine = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return [join(folder, 'usr', 'lib', machine), join(folder, 'lib', machine)].join(':');
}

/** Newer or older releases name libraries differently: ask the linker what is still not found. */
function missingLibraries(folder: string): string[] {
  const env = { ...process.env, LD_LIBRARY_PATH: libraryFolders(folder) };
  const server = join(folder, 'usr', 'bin', 'redis-server');
  const seen = spawnSync('ldd', [server], { env, encoding: 'utf8' }).stdout ?? '';
  return librariesNotFound(seen).map(packageOf);
}

/** The names that `ldd` could not resolve. */
export function librariesNotFound(ldd: string): string[] {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]!);
}

/** Debian's naming rule: libssl.so.3 is in libssl3, libfoo2.so.1 in libfoo2-1. */
export function packageOf(library: string): string {
  const [, name = library, version = ''] = /^(.+?)\.so\.?(\d*)/.exec(library) ?? [];
  return (/\d$/.test(name) && version ? `${name}-${version}` : `${name}${version}`)
    .toLowerCase()
    .replaceAll('_', '-');
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return;
  const said = (stderr ?? error?.message ?? '').trim().split('\n').at(-1) ?? '';
  throw (
    explain(said, cwd) ??
    new Trouble(`Redis could not be fetched with ${command} (${said}): ${howToGetRedis}.`)
  );
}
