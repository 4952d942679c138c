import { existsSync } from 'node:fs';
import * as z from 'zod';
import type { Config } from './config';
import { readKeyFile, readSecrets, type Secrets } from './secrets';

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://');

const Variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.string().default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4200),
  WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  PUBLIC_URL: origin,
  BANK_URL_PRODUCTION: origin.default('https://api.pay.rabobank.nl'),
  BANK_URL_SANDBOX: origin.default('https://api.pay-sandbox.rabobank.nl'),
  DATABASE_URL: postgresUrl,
  DATABASE_URL_APP: postgresUrl.optional(),
  DATABASE_URL_INGEST: postgresUrl.optional(),
  DATABASE_URL_DOOR: postgresUrl.optional(),
  DATABASE_URL_SWEEPER: postgresUrl.optional(),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must start with redis://'),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]*$/)
    .default(''),
  LEASE_MS: z.coerce.number().int().min(1_000).max(600_000).default(30_000),
  KEK_FILE: z.string().default('.toonbank/kek'),
  SECRETS_FILE: z.string().default('.toonbank/secrets.json'),
  APP_KEY_FILE: z.string().optional(),
  EXPORT_DIR: z.string().min(1).optional(),
  PORTAL_DIR: z.string().default(''),
  SMTP_URL: z
    .string()
    .regex(
      /^(smtps?|file):\/\/\S+$/,
      'must start with smtp://, smtps:// or (in development) file://',
    )
    .optional(),
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
});
type Variables = z.infer<typeof Variables>;

/**
 * Checks the environment variables and turns them into a `Config`. Throws one error that names every
 * fault in a sentence. Production refuses what is only fit for development.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Variables.safeParse(env);
  if (!parsed.success) {
    throw new Error(
      'The configuration is not complete:\n' +
        parsed.error.issues.map((i) => `- ${i.path.join('.')}: ${i.message}`).join('\n'),
    );
  }
  const v = parsed.data;
  const faults = v.NODE_ENV === 'production' ? unfitForProduction(v) : [];
  if (faults.length > 0) {
    throw new Error('Refusing to start in production:\n' + faults.map((f) => `- ${f}`).join('\n'));
  }
  return config(v);
}

function unfitForProduction(v: Variables): string[] {
  const faults: string[] = [];
  if (!v.PUBLIC_URL.startsWith('https://')) faults.push('PUBLIC_URL must be an https address.');
  for (const name of ['BANK_URL_PRODUCTION', 'BANK_URL_SANDBOX'] as const) {
    if (!v[name].startsWith('https://')) faults.push(`${name} must be an https address.`);
  }
  for (const role of ['APP', 'INGEST', 'DOOR', 'SWEEPER'] as const) {
    if (!v[`DATABASE_URL_${role}`]) faults.push(`DATABASE_URL_${role} is missing.`);
  }
  if (v.SMTP_URL?.startsWith('file:')) faults.push('SMTP_URL must be that of a mail server.');
  if (v.SMTP_URL && !v.MAIL_FROM) faults.push('MAIL_FROM is missing: the address mail comes from.');
  if (!v.EXPORT_DIR) {
    faults.push('EXPORT_DIR is missing: the folder for exports, the same for API and workers.');
  }
  if (!existsSync(v.KEK_FILE)) {
    faults.push(`KEK_FILE (${v.KEK_FILE}) does not exist: make 32 random bytes in base64.`);
  }
  if (!v.APP_KEY_FILE || !existsSync(v.APP_KEY_FILE)) {
    faults.push('APP_KEY_FILE does not exist: make 32 random bytes in base64.');
  }
  return faults;
}

function config(v: Variables): Config {
  const development = v.NODE_ENV !== 'production';
  const secrets = development ? readSecrets(v.SECRETS_FILE) : undefined;
  const kek = readKeyFile(v.KEK_FILE, development);
  if (kek.length !== 32) throw new Error(`KEK_FILE (${v.KEK_FILE}) must hold 32 bytes in base64.`);
  const appKey = v.APP_KEY_FILE
    ? readKeyFile(v.APP_KEY_FILE, false)
    : Buffer.from(secrets!.appKey, 'base64');
  if (appKey.length !== 32) throw new Error('APP_KEY_FILE must hold 32 bytes in base64.');
  return {
    mode: v.NODE_ENV,
    logLevel: v.LOG_LEVEL,
    host: v.HOST,
    port: v.PORT,
    workerPort: v.WORKER_PORT,
    publicUrl: v.PUBLIC_URL,
    bankUrls: { production: v.BANK_URL_PRODUCTION, sandbox: v.BANK_URL_SANDBOX },
    databaseUrls: {
      migrator: v.DATABASE_URL,
      app: v.DATABASE_URL_APP ?? asRole(v.DATABASE_URL, 'tb_app', secrets),
      ingest: v.DATABASE_URL_INGEST ?? asRole(v.DATABASE_URL, 'tb_ingest', secrets),
      door: v.DATABASE_URL_DOOR ?? asRole(v.DATABASE_URL, 'tb_door', secrets),
      sweeper: v.DATABASE_URL_SWEEPER ?? asRole(v.DATABASE_URL, 'tb_sweeper', secrets),
    },
    redisUrl: v.REDIS_URL,
    redisPrefix: v.REDIS_PREFIX,
    leaseMs: v.LEASE_MS,
    kek,
    appKey,
    mail: v.SMTP_URL ? { url: v.SMTP_URL, from: v.MAIL_FROM ?? 'toonbank@localhost.test' } : null,
    exportDir: v.EXPORT_DIR ?? '.toonbank/exports',
    portalDir: v.PORTAL_DIR,
  };
}

/** The same server and database under another login. Only reached outside production. */
function asRole(url: string, role: keyof Secrets['roles'], secrets: Secrets | undefined): string {
  const other = new URL(url);
  other.username = role;
  other.password = secrets!.roles[role];
  return other.toString();
}
