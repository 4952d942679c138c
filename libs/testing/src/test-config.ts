import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@toonbank/platform/config';
import { type Role, roles } from '@toonbank/platform/db';

/** The same in every test process: roles belong to the whole cluster. */
export const testPasswords = Object.fromEntries(
  roles.map((role) => [role, `test-password-of-${role}`]),
) as Record<Role, string>;

const kek = randomBytes(32);
const appKey = randomBytes(32);

/** A configuration for one test database; its Redis keys are its own. */
export function testConfig(databaseUrl: string, changes: Partial<Config> = {}): Config {
  return {
    mode: 'test',
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
    host: '127.0.0.1',
    port: 0,
    workerPort: 0,
    publicUrl: 'http://localhost:4200',
    bankUrls: { production: 'http://127.0.0.1:9', sandbox: 'http://127.0.0.1:9' },
    databaseUrls: {
      migrator: databaseUrl,
      app: asRole(databaseUrl, 'tb_app'),
      ingest: asRole(databaseUrl, 'tb_ingest'),
      door: asRole(databaseUrl, 'tb_door'),
      sweeper: asRole(databaseUrl, 'tb_sweeper'),
    },
    redisUrl: required('TEST_REDIS_URL'),
    redisPrefix: `t${randomBytes(4).toString('hex')}-`,
    leaseMs: 2_000,
    kek,
    appKey,
    mail: null,
    exportDir: join(tmpdir(), `toonbank-exports-${process.pid}`),
    portalDir: '',
    ...changes,
  };
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run tests through vitest from the root.`);
  return value;
}

function asRole(url: string, role: Role): string {
  const other = new URL(url);
  other.username = role;
  other.password = testPasswords[role];
  return other.toString();
}
