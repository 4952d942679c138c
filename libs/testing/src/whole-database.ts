import { testConfig } from './test-config';
import { emptyDatabase, type TestDatabase } from './test-database';
import { runToEnd } from './test-process';
import { variablesOf } from './test-variables';

/**
 * A database with the tables of every room, made by the system itself: for processes of the whole
 * system beside a spec that knows only the rooms below its own.
 */
export async function wholeDatabase(): Promise<TestDatabase> {
  const { url, drop } = await emptyDatabase();
  await runToEnd('api/src/migrate.ts', variablesOf(testConfig(url)));
  return { url, drop };
}
