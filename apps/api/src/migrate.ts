import { readConfig } from '@toonbank/platform/config';
import { migrate, type Role, roles } from '@toonbank/platform/db';
import { tables } from './tables';

/** Brings the database up to date and says what it did. Safe to run at each start, several at once. */
const config = readConfig(process.env);
const { app, ingest, door, sweeper } = config.databaseUrls;
const urls: Record<Role, string> = {
  tb_app: app,
  tb_ingest: ingest,
  tb_door: door,
  tb_sweeper: sweeper,
};
const passwords = Object.fromEntries(
  roles.map((role) => [role, decodeURIComponent(new URL(urls[role]).password)]),
) as Record<Role, string>;

const done = await migrate(config.databaseUrls.migrator, tables, passwords);
process.stdout.write(
  done.length > 0 ? `migrated: ${done.join(', ')}\n` : 'migrated: nothing to do\n',
);
