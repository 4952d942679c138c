import { resolve } from 'node:path';
import { leaveTogether } from './command.ts';
import { Trouble } from '../services/trouble.ts';
import { borrowServices } from './lease.ts';
import { closingLine, recap, sum } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import { buildSteps, staticSteps } from './static-steps.ts';
import { testSteps } from './test-steps.ts';

/** `npm test`: everything that can be checked, in one command, with one closing line. */
const root = resolve(import.meta.dirname, '../..');
leaveTogether();

try {
  const given = process.env['TEST_DATABASE_URL'] && process.env['TEST_REDIS_URL'];
  const lease = given ? undefined : await borrowServices(root);
  const env = lease ? { TEST_DATABASE_URL: lease.databaseUrl, TEST_REDIS_URL: lease.redisUrl } : {};
  const steps = [...staticSteps(root), ...buildSteps(root), ...testSteps(root, env)];
  const total = sum(await runSteps(steps));
  await lease?.release({ now: true });
  process.stdout.write(`${recap(total)}${closingLine(total)}\n`);
  process.exit(total.failed > 0 ? 1 : 0);
} catch (error) {
  process.stderr.write(`${error instanceof Trouble ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
