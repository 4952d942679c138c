import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const rolePassword = z.string().min(16);

/** What a development installation makes for itself and keeps in one file that git never sees. */
const Secrets = z.object({
  appKey: z.base64(),
  roles: z.object({
    tb_app: rolePassword,
    tb_ingest: rolePassword,
    tb_door: rolePassword,
    tb_sweeper: rolePassword,
  }),
});
export type Secrets = z.infer<typeof Secrets>;

/** Reads the file, or makes it (mode 0600) when it is missing. A file that cannot be read throws. */
export function readSecrets(file: string): Secrets {
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets: Secrets = {
    appKey: randomBytes(32).toString('base64'),
    roles: {
      tb_app: password(),
      tb_ingest: password(),
      tb_door: password(),
      tb_sweeper: password(),
    },
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600, flag: 'wx' });
  return secrets;
}

/** Reads a 32-byte key file (base64), or makes it when `make` allows that. */
export function readKeyFile(file: string, make: boolean): Buffer {
  if (!existsSync(file) && make) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64') + '\n', { mode: 0o600, flag: 'wx' });
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
