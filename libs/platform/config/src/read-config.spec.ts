import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config';

const folder = mkdtempSync(join(tmpdir(), 'toonbank-config-'));
const good = {
  DATABASE_URL: 'postgres://owner:secret@db.example/toonbank',
  REDIS_URL: 'redis://127.0.0.1:6379',
  PUBLIC_URL: 'http://localhost:4200/',
  KEK_FILE: join(folder, 'kek'),
  SECRETS_FILE: join(folder, 'secrets.json'),
};

describe('the configuration', () => {
  it('makes what a development installation needs, once, and takes the real bank when none is named', () => {
    const config = readConfig(good);
    expect(config).toMatchObject({ mode: 'development', publicUrl: 'http://localhost:4200' });
    expect(config.bankUrls.production).toBe('https://api.pay.rabobank.nl');
    expect(new URL(config.databaseUrls.ingest).username).toBe('tb_ingest');
    const again = readConfig(good);
    expect(again.kek.equals(config.kek)).toBe(true);
    expect(again.databaseUrls).toEqual(config.databaseUrls);
  });

  it('says every fault in one go', () => {
    expect(() =>
      readConfig({ ...good, PORT: '99999', DATABASE_URL: 'mysql://x', REDIS_URL: '' }),
    ).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*REDIS_URL/);
  });

  it('refuses in production what is only fit for development', () => {
    expect(() => readConfig({ ...good, NODE_ENV: 'production' })).toThrow(
      /PUBLIC_URL must be an https[\s\S]*DATABASE_URL_APP is missing[\s\S]*EXPORT_DIR[\s\S]*APP_KEY_FILE/,
    );
  });

  it('refuses a key that is not 32 bytes', () => {
    const short = join(folder, 'short');
    writeFileSync(short, 'c2hvcnQ=');
    expect(() => readConfig({ ...good, KEK_FILE: short })).toThrow('32 bytes');
  });
});
