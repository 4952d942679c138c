import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ChildOptions } from '../services/child.ts';
import type { Addresses } from './addresses.ts';
import type { House } from './house.ts';

export interface Surroundings {
  readonly root: string;
  readonly addresses: Addresses;
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** What the programs are told. What the person set stays as it is: that is how the real bank is used. */
export function environment(it: Surroundings, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { addresses, root } = it;
  const portal = join(root, 'dist', 'apps', 'portal', 'browser');
  return {
    NODE_ENV: 'development',
    BANK_URL_PRODUCTION: addresses.bankProduction,
    BANK_URL_SANDBOX: addresses.bankSandbox,
    PUBLIC_URL: addresses.portal,
    HOST: '127.0.0.1',
    SMTP_URL: pathToFileURL(join(root, '.toonbank', 'outbox')).href,
    EXPORT_DIR: join(root, '.toonbank', 'exports'),
    ...given,
    PORT: new URL(addresses.portal).port,
    WORKER_PORT: new URL(addresses.worker).port,
    DATABASE_URL: it.databaseUrl,
    REDIS_URL: it.redisUrl,
    PORTAL_DIR: existsSync(join(portal, 'index.html')) ? portal : '',
    BANK_CONTROL_URL: addresses.bank,
  };
}

/** One of our own built programs: `api/main`, `worker/main`, `worker/exports`, `bank/main`, `api/migrate`, `api/seed`. */
export function program(
  it: Surroundings & { house: House },
  built: string,
  name: string,
): ChildOptions {
  const [app = '', entry = ''] = built.split('/');
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', join(it.root, 'dist', 'apps', app, `${entry}.js`)],
    log: it.house.log(entry === 'main' ? app : entry),
    cwd: it.root,
    env: environment(it, process.env),
  };
}
