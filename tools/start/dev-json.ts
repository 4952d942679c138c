import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Surroundings } from './programs.ts';

interface Login {
  readonly email: string;
  readonly password: string;
}

/** What the demo issued, as `apps/api` wrote it; the parts of the contract that it knows. */
export interface Demo {
  readonly agency: Login;
  readonly otherAgency: Login;
  readonly merchant: Login;
  readonly webshop: {
    readonly id: string;
    readonly poiId: string;
    readonly environment: string;
    readonly apiKey: string;
    readonly signingKey: string;
  };
  readonly bank: { readonly refreshToken: string; readonly signingKey: string };
}

/** `.toonbank/dev.json`: a contract with tools and people. Parts that are not built yet are null. */
export function devJson(it: Surroundings, demo: Demo | undefined) {
  return {
    portalUrl: it.addresses.portal,
    apiUrl: it.addresses.portal,
    bankUrl: it.addresses.bank,
    demoShopUrl: demo ? it.addresses.shop : null,
    databaseUrl: it.databaseUrl,
    redisUrl: it.redisUrl,
    agency: demo ? { ...pick(demo.agency), totpSecret: null } : null,
    otherAgency: demo ? pick(demo.otherAgency) : null,
    merchant: demo ? pick(demo.merchant) : null,
    webshop: demo?.webshop ?? null,
    gateway: null,
    bank: demo?.bank ?? null,
  };
}

function pick({ email, password }: Login): Login {
  return { email, password };
}

export function readDemo(file: string): Demo | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demo) : undefined;
}

/** There whole or not at all, and for its owner's eyes: it holds passwords, if only of a demo. */
export function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.making`, JSON.stringify(content, null, 2) + '\n', { mode: 0o600 });
  renameSync(`${file}.making`, file);
}
