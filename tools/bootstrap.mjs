// Runs on whatever Node a machine has (20 or newer): installs the packages when they are missing or
// out of date, then hands over to the Node that the project brings. Plain JavaScript for that reason.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const [neededMajor, neededMinor] = [24, 15];

/** Installs what is missing and runs a TypeScript program of ours on the project's Node. */
export async function bootstrap(program) {
  try {
    if (!isInstalled()) await install();
    await run(projectNode(), join(root, program));
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

/** npm keeps a copy of the lock file of what it installed: the two have to agree. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(
    ([path, { version, optional }]) => {
      const there = installed[path];
      return path === '' || (there ? there.version === version : optional);
    },
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)}s`;
  process.stdout.write('Installing packages (npm ci, about a minute)\n');
  const tick = setInterval(
    () => process.stdout.write(`  still installing, ${seconds()}\n`),
    15_000,
  );
  const { code, output } = await npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  clearInterval(tick);
  if (code === 0) return void process.stdout.write(`  installed in ${seconds()}\n`);
  process.stderr.write(output);
  throw new Error(whyNotInstalled(output));
}

export function whyNotInstalled(output) {
  if (/ENOSPC|EDQUOT/.test(output))
    return `The disk that holds ${root} is full: free about 2 GB and try again.`;
  if (/EROFS/.test(output))
    return `${root} is on a read-only disk: clone the project to a folder you may write to.`;
  if (/EACCES|EPERM/.test(output)) {
    return `No right to write to ${root}/node_modules: give yourself that folder (chown -R) or clone the project to one of yours.`;
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN/.test(output)) {
    return 'The package registry cannot be reached: check the network (or the proxy and registry that npm is set to) and try again.';
  }
  return 'npm ci failed; the reason stands above. Run npm ci by hand to look into it.';
}

function npm(...args) {
  const { npm_execpath: cli } = process.env;
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    shell: !cli && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Somebody who builds for production elsewhere still needs the tools here.
    env: { ...process.env, NODE_ENV: '' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: String(error) }));
    child.once('close', (code) => done({ code, output }));
  });
}

function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(root, 'node_modules', '.bin', name);
  if (existsSync(brought)) return brought;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor))
    return process.execPath;
  throw new Error(
    `Toonbank brings no Node for ${process.platform}-${process.arch}: install Node ${neededMajor}.${neededMinor} or newer and try again.`,
  );
}

function run(node, program) {
  const child = spawn(node, [program, ...process.argv.slice(2)], {
    cwd: root,
    // The channel tells the program when we are gone, even if we are killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  // npm passes a SIGTERM on to its shell, which goes without telling us.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && child.kill('SIGTERM');
  if (process.env.npm_lifecycle_event) setInterval(orphaned, 500).unref();
  return new Promise((_, failed) => {
    child.once('error', failed);
    child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
  });
}
