import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Child } from '../services/child.ts';
import { makerEnvironment } from '../services/maker.ts';
import { freePort } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import type { Target } from './pings.ts';
import type { Place } from './pgbench.ts';

/** The system under load: its own durable PostgreSQL, a Redis, the bank and the API as they are built. */
export class BenchTown {
  readonly folder = mkdtempSync(join(tmpdir(), 'toonbank-bench-'));
  private readonly children: Child[] = [];
  private databaseUrl = '';
  private apiUrl = '';
  private bankUrl = '';
  private env: NodeJS.ProcessEnv = {};

  private readonly root: string;

  private constructor(root: string) {
    this.root = root;
    // To be entered by the user that PostgreSQL runs as where we are root: its data stays in here.
    chmodSync(this.folder, 0o711);
  }

  /** Told to go, it goes as a whole: its processes lead groups of their own, and its rows are many. */
  static async open(root: string): Promise<BenchTown> {
    const town = new BenchTown(root);
    for (const sign of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(sign, () => void town.close().finally(() => process.exit(130)));
    }
    try {
      await town.start();
    } catch (error) {
      await town.close();
      throw error;
    }
    return town;
  }

  /** The database under a login with one power. */
  roleUrl(role: 'tb_app' | 'tb_ingest'): string {
    const secrets = JSON.parse(readFileSync(join(this.folder, 'secrets.json'), 'utf8')) as {
      roles: Record<typeof role, string>;
    };
    const url = new URL(this.databaseUrl);
    url.username = role;
    url.password = secrets.roles[role];
    return url.toString();
  }

  /** The owner of the first demo agency, signed in. */
  async signIn(): Promise<{ url: string; cookie: string }> {
    const issued = JSON.parse(readFileSync(join(this.folder, 'issued.json'), 'utf8')) as {
      agency: { email: string; password: string };
    };
    const { email, password } = issued.agency;
    const answer = await fetch(`${this.apiUrl}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-toonbank': '1', origin: this.apiUrl },
      body: JSON.stringify({ email, password }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!answer.ok || !cookie) throw new Error(`Signing in answered ${answer.status}.`);
    return { url: this.apiUrl, cookie };
  }

  get ownerUrl(): string {
    return this.databaseUrl;
  }

  /** Every webshop of the demo, as the bank would ping it. */
  async targets(): Promise<Target[]> {
    const webshops =
      await this.control<{ id: string; poiId: number; webhookUrl: string }[]>('/webshops');
    const targets: Target[] = [];
    for (const { id, poiId, webhookUrl } of webshops) {
      const [pair] = await this.control<{ signingKey: string }[]>(`/webshops/${id}/keys`);
      const url = webhookUrl.replace('localhost', '127.0.0.1');
      targets.push({ url, poiId, signingKey: pair!.signingKey });
    }
    return targets;
  }

  async place(): Promise<Place> {
    return this.sql<Place>(
      'select agency_id, merchant_id, webshop_id, environment from webshop_environment limit 1',
    );
  }

  async sql<Row>(text: string): Promise<Row> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows[0] as Row;
    } finally {
      await client.end();
    }
  }

  /** A process of a bench, stopped with the others. */
  run(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Child {
    const child = new Child({
      name,
      command: process.execPath,
      args: [...args],
      log: join(this.folder, `${name}.log`),
      cwd: this.root,
      env: { ...process.env, ...env },
    });
    this.children.push(child);
    return child;
  }

  /** What makes exports, ready. */
  async startMaker(): Promise<Child> {
    const port = String(await freePort(0));
    const env = { ...this.env, ...makerEnvironment, WORKER_PORT: port };
    const maker = this.run('exports', ['dist/apps/worker/exports.js'], env);
    await answers(`http://127.0.0.1:${port}/readyz`);
    return maker;
  }

  async close(): Promise<void> {
    for (const child of this.children.toReversed()) await child.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async start(): Promise<void> {
    const onChild = (child: Child) => void this.children.push(child);
    const at = (name: string) => join(this.folder, name);
    const password = randomBytes(12).toString('hex');
    // Durable, unlike the database of the tests: every answered ping was flushed to disk.
    const postgres = await startPostgres({
      data: at('pg'),
      log: at('pg.log'),
      port: 0,
      password,
      onChild,
    });
    const programs = join(this.root, '.toonbank');
    const redis = await startRedis({
      data: at('redis'),
      log: at('redis.log'),
      port: 0,
      programs,
      onChild,
    });
    this.databaseUrl = postgres.url;
    await this.sql('create database bench');
    this.databaseUrl = postgres.url.replace(/\/\w+$/, '/bench');
    const [api, bank] = [await freePort(0), await freePort(0)];
    this.apiUrl = `http://127.0.0.1:${api}`;
    this.bankUrl = `http://127.0.0.1:${bank}`;
    const ledger = { PORT: String(bank), BANK_LEDGER: at('bank.sqlite') };
    this.run('bank', ['dist/apps/bank/main.js'], ledger);
    await answers(`${this.bankUrl}/healthz`);
    this.env = this.environment(api, redis.url);
    await this.serve();
  }

  private async serve(): Promise<void> {
    const { env } = this;
    await this.toEnd(['dist/apps/api/migrate.js'], env);
    await this.toEnd(['dist/apps/api/seed.js'], env);
    await this.sql('create table bench_plain (id bigserial primary key, body bytea not null)');
    this.run('api', ['dist/apps/api/main.js'], env);
    await answers(`${this.apiUrl}/readyz`);
  }

  private environment(port: number, redisUrl: string): NodeJS.ProcessEnv {
    const at = (name: string) => join(this.folder, name);
    return {
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: this.apiUrl,
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: redisUrl,
      BANK_URL_PRODUCTION: this.bankUrl,
      BANK_URL_SANDBOX: this.bankUrl,
      BANK_CONTROL_URL: this.bankUrl,
      KEK_FILE: at('kek'),
      SECRETS_FILE: at('secrets.json'),
      SEED_OUTPUT: at('issued.json'),
      EXPORT_DIR: at('exports'),
      PORTAL_DIR: join(this.root, 'dist/apps/portal/browser'),
      // The demo's webshops, without the demo's past.
      DEMO_DAYS: '-1',
    };
  }

  private toEnd(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
    const child = spawn(process.execPath, args, {
      cwd: this.root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${args[0]}: ${code}`)),
      );
    });
  }

  private async control<T>(path: string): Promise<T> {
    return (await (await fetch(`${this.bankUrl}/control${path}`)).json()) as T;
  }
}

/** Waits until an address answers; gives up after half a minute. */
export async function answers(url: string): Promise<void> {
  for (let left = 300; left > 0; left--) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}
