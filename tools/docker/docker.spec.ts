import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '@toonbank/platform/config';
import { emptyDatabase, freePort } from '@toonbank/testing';
import { type Copy, DockerfileParser } from 'dockerfile-ast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quietNx } from '../build/quiet-nx.ts';
import { makerEnvironment } from '../services/maker.ts';
import { healthUrl, isOneShot, ourServices, readCompose, type Service } from './compose.ts';

// There is no Docker where this runs: what the files say is read, and what they would run is run.
const root = resolve(import.meta.dirname, '../..');
const compose = readCompose(root);
const services = ourServices(compose);
const inBuild = (file: string) => existsSync(join(root, file));

beforeAll(() => {
  // Nothing to do after a build; a newcomer who runs this file alone gets one.
  const nx = join(root, 'node_modules', '.bin', 'nx');
  const env = { ...process.env, ...quietNx };
  execFileSync(nx, ['run-many', '--target=build'], { cwd: root, env, stdio: 'ignore' });
}, 180_000);

describe('the Dockerfile', () => {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
  const dockerfile = DockerfileParser.parse(text);
  const all = dockerfile.getInstructions();
  const stages = dockerfile.getFROMs().map((from) => from.getBuildStage());
  const [, , last = []] = all.reduce<(typeof all)[]>((parts, instruction) => {
    if (instruction.getKeyword() === 'FROM') parts.push([]);
    parts.at(-1)?.push(instruction);
    return parts;
  }, []);
  const argumentsOf = (keyword: string) =>
    last.filter((it) => it.getKeyword() === keyword).map((it) => it.getArgumentsContent() ?? '');

  it('builds in one stage, takes packages from another, and runs in a third', () => {
    expect(stages).toEqual(['build', 'packages', null]);
    const bases = new Set(dockerfile.getFROMs().map((from) => from.getImage()));
    expect([...bases]).toEqual([expect.stringMatching(/^node:24\S*-slim$/)]);
  });

  it('ends with a user who is not root, and nothing after that but what is run', () => {
    expect(argumentsOf('USER')).toEqual(['node']);
    const after = last.slice(last.findIndex((it) => it.getKeyword() === 'USER') + 1);
    expect(after.map((it) => it.getKeyword())).toEqual(['ENTRYPOINT', 'CMD']);
  });

  it('runs a program that the build makes, and names files that exist', () => {
    const [program] = JSON.parse(argumentsOf('CMD')[0]!) as [string];
    expect(inBuild(program)).toBe(true);
    const portal = /PORTAL_DIR=(\S+)/.exec(argumentsOf('ENV').join())?.[1];
    expect(inBuild(`${portal?.replace('/toonbank/', '')}/index.html`)).toBe(true);
    const copied = all.filter((it): it is Copy => it.getKeyword() === 'COPY');
    const files = copied.flatMap((copy) => {
      const given = copy.getArguments().map((it) => it.getValue());
      return given.slice(0, -1).map((file) => file.replace(/^\/toonbank\//, ''));
    });
    expect(files.filter((file) => !inBuild(file))).toEqual([]);
  });

  it('has every package that the built programs import among those of production', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const removed = /rm -rf ([^\n]+)/.exec(text)?.[1]?.split(' ') ?? [];
    const programs = globSync('dist/apps/{api,worker,bank,demo-shop}/**/*.js', { cwd: root });
    const imported = programs.flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /^(?:import|export)[^'"]*['"]([^'"]+)['"]/gm,
        ),
      ]
        .map(([, name]) => name!)
        .filter((name) => !/^(node:|\.)/.test(name) && !builtinModules.includes(name)),
    );
    const packages = new Set(imported.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]));
    expect(packages.size).toBeGreaterThan(10);
    const isThere = (name: string) =>
      name in dependencies &&
      !removed.some((path) => `node_modules/${name}/`.startsWith(`${path}/`));
    expect([...packages].filter((name) => !isThere(name))).toEqual([]);
  });
});

/** Not by our sources, but by what runs them. */
const readByNode = 'NODE_OPTIONS';

describe('docker-compose.yml', () => {
  it('starts everything that npm start starts', () => {
    const runs = services.map(([, { command }]) => command?.join(' '));
    const programs = [
      'bank/main',
      'api/migrate',
      'api/seed',
      'api/main',
      'worker/main',
      'worker/exports',
      'demo-shop/main',
    ];
    expect(runs.sort()).toEqual(programs.map((name) => `dist/apps/${name}.js`).sort());
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(['postgres', 'redis']));
  });

  it.each(services)('%s runs what the build makes, and says how it is', (name, service) => {
    expect(service.command?.filter((file) => !inBuild(file))).toEqual([]);
    const port = service.environment?.['WORKER_PORT'] ?? service.environment?.['PORT'];
    const asks = isOneShot(compose, name) ? undefined : `http://127.0.0.1:${port}/`;
    expect(healthUrl(service)?.replace(/[a-z]+$/, '')).toBe(asks);
  });

  it.each(services)(
    '%s is told only what somebody reads',
    (_name, { command, environment = {} }) => {
      const [, , app = '', file = ''] = command![0]!.split('/');
      const program = `apps/${app}/src/${file.replace('.js', '.ts')}`;
      const settings = globSync(`apps/${app}/src/*settings.ts`, { cwd: root });
      const sources = [program, ...settings, 'libs/platform/config/src/read-config.ts'];
      const read = sources.map((path) => readFileSync(join(root, path), 'utf8')).join();
      const isRead = (variable: string) =>
        variable === readByNode || new RegExp(`\\b${variable}\\b`).test(read);
      expect(Object.keys(environment).filter((variable) => !isRead(variable))).toEqual([]);
    },
  );

  it('runs what makes exports with the small nursery that npm start gives it', () => {
    const { NODE_OPTIONS: given } = compose.services['exports']!.environment!;
    expect(given).toBeTruthy();
    expect(makerEnvironment.NODE_OPTIONS).toContain(given);
  });

  it('keeps what is written in volumes that exist, and queues that forget nothing', () => {
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes);
    const named = new Set(mounts.map((mount) => mount.split(':')[0]));
    expect([...named].sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(compose.services['redis']?.command?.join(' ')).toContain(
      '--maxmemory-policy noeviction',
    );
  });

  it('opens ports of this machine only, those that its addresses name', () => {
    const { ports } = compose.services['postgres']!;
    expect(ports).toEqual([4200, 4300, 4400].map((port) => `127.0.0.1:${port}:${port}`));
    const others = Object.entries(compose.services).filter(([name]) => name !== 'postgres');
    expect(others.map(([, service]) => service.network_mode)).toEqual(
      others.map(() => 'service:postgres'),
    );
  });

  it('makes an owner of the tables who is no superuser, as DATABASE_URL names', () => {
    const { username, password, pathname } = new URL(
      String(compose.services['api']?.environment?.['DATABASE_URL']),
    );
    expect(compose.configs['owner']?.content).toContain(
      `create role ${username} login createrole createdb password '${password}'`,
    );
    expect(compose.configs['owner']?.content).toContain(
      `create database ${pathname.slice(1)} owner`,
    );
  });
});

describe('what docker-compose.yml runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toonbank-docker-'));
  const ports = new Map<string, number>();
  const running: ReturnType<typeof spawn>[] = [];
  let database: Awaited<ReturnType<typeof emptyDatabase>>;

  beforeAll(async () => {
    database = await emptyDatabase();
    const written = ['4200', '4250', '4300', '4310', '4320', '4350', '4400'];
    for (const port of written) ports.set(port, await freePort());
    for (const name of ['data', 'demo']) mkdirSync(join(folder, name));
  });

  afterAll(async () => {
    for (const child of running.reverse()) {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill();
      await ended;
    }
    await database.drop();
  });

  /** The same but for where things are: ports and folders of this test, PostgreSQL and Redis of the tests. */
  const here = (value: string | number) =>
    String(value)
      .replace(/\b(42|43|44)[0125]0\b/g, (port) => String(ports.get(port)))
      .replace(/^\/(data|demo)\//, `${folder}/$1/`);

  function variables({ environment = {} }: Service): Record<string, string> {
    const told = Object.entries(environment).map(([name, value]) => [name, here(value)]);
    const image = { HOST: '0.0.0.0', PORTAL_DIR: join(root, 'dist/apps/portal/browser') };
    const tests = { REDIS_PREFIX: `docker${process.pid}-`, DEMO_DAYS: '0', LOG_LEVEL: 'warn' };
    const servers = 'DATABASE_URL' in environment ? database.variables : {};
    return { ...image, ...Object.fromEntries(told), ...tests, ...servers };
  }

  it.each(services.filter(([, { environment }]) => environment && 'DATABASE_URL' in environment))(
    '%s has a configuration that is complete',
    (_name, service) => {
      const config = readConfig(variables(service));
      expect(config).toMatchObject({ mode: 'development', host: '0.0.0.0' });
      expect(config.publicUrl).toBe(`http://localhost:${ports.get('4200')}`);
    },
  );

  function start(service: Service) {
    const child = spawn(process.execPath, ['--enable-source-maps', ...service.command!], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...variables(service) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => output.push(bytes.toString()));
    }
    running.push(child);
    return { child, said: () => output.join('') };
  }

  /** Answers how it is; one that ended will not get better, and tells what it said. */
  async function health(service: Service, { child, said }: ReturnType<typeof start>) {
    const answer = await fetch(here(healthUrl(service)!)).catch(() => undefined);
    if (answer?.ok) return 'healthy';
    const end = child.exitCode ?? child.signalCode;
    return `${end === null ? 'not healthy yet' : `ended with ${end}`}: ${said()}`;
  }

  /** Buys something, as a browser would; answers where the bank wants to be paid. */
  async function buy(shop: string): Promise<string | null> {
    const headers = { cookie: 'cart=oud.1' };
    const page = await (await fetch(`${shop}/nl/checkout`, { headers })).text();
    const number = /name="number" value="(\w+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ number, cents: '1250' });
    const paid = await fetch(`${shop}/nl/pay`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    return paid.headers.get('location');
  }

  it('comes up in its order, sells, and leaves the demo alone the next time', async () => {
    for (const [name, service] of services) {
      const program = start(service);
      if (isOneShot(compose, name)) {
        const [code] = (await once(program.child, 'exit')) as [number];
        expect([name, code, code === 0 ? '' : program.said()]).toEqual([name, 0, '']);
      } else {
        const patience = { timeout: 60_000, message: name };
        await expect.poll(() => health(service, program), patience).not.toMatch(/^not healthy yet/);
        expect([name, await health(service, program)]).toEqual([name, 'healthy']);
      }
    }
    const portal = await fetch(`http://localhost:${ports.get('4200')}/`);
    expect(await portal.text()).toContain('<tb-root');
    expect(await buy(`http://127.0.0.1:${ports.get('4400')}`)).toContain(
      `http://127.0.0.1:${ports.get('4300')}/`,
    );
    const again = start(compose.services['seed']!);
    await once(again.child, 'exit');
    expect(again.said()).toContain('is there already');
  }, 300_000);
});
