import { resolve } from 'node:path';
import { borrowServices } from './lease.ts';

/**
 * Vitest's global set-up: gives every test process a PostgreSQL and a Redis by way of two variables.
 * Set them yourself to test against servers of yours (TEST_DATABASE_URL must be a superuser's).
 */
export default async function services(): Promise<() => void | Promise<void>> {
  if (process.env['TEST_DATABASE_URL'] && process.env['TEST_REDIS_URL']) return () => undefined;
  const lease = await borrowServices(resolve(import.meta.dirname, '../..'));
  process.env['TEST_DATABASE_URL'] ??= lease.databaseUrl;
  process.env['TEST_REDIS_URL'] ??= lease.redisUrl;
  return () => lease.release();
}
