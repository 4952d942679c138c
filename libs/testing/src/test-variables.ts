import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@toonbank/platform/config';

/** The environment variables that give another process the same configuration. */
export function variablesOf(config: Config): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'toonbank-keys-'));
  const file = (name: string, key: Buffer) => {
    writeFileSync(join(folder, name), key.toString('base64'), { mode: 0o600 });
    return join(folder, name);
  };
  const { databaseUrls, bankUrls } = config;
  return {
    DATABASE_URL: databaseUrls.migrator,
    DATABASE_URL_APP: databaseUrls.app,
    DATABASE_URL_INGEST: databaseUrls.ingest,
    DATABASE_URL_DOOR: databaseUrls.door,
    DATABASE_URL_SWEEPER: databaseUrls.sweeper,
    REDIS_URL: config.redisUrl,
    REDIS_PREFIX: config.redisPrefix,
    PUBLIC_URL: config.publicUrl,
    BANK_URL_PRODUCTION: bankUrls.production,
    BANK_URL_SANDBOX: bankUrls.sandbox,
    LEASE_MS: String(config.leaseMs),
    EXPORT_DIR: config.exportDir,
    LOG_LEVEL: 'warn',
    ...(config.mail && { SMTP_URL: config.mail.url, MAIL_FROM: config.mail.from }),
    KEK_FILE: file('kek', config.kek),
    APP_KEY_FILE: file('app-key', config.appKey),
    SECRETS_FILE: join(folder, 'secrets.json'),
  };
}
