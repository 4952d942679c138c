import { resolve } from 'node:path';
import { leaveTogether } from './command.ts';
import { sum } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import { buildSteps, staticSteps } from './static-steps.ts';

/** `npm run check`: what should be green before every commit, without running a test. */
const root = resolve(import.meta.dirname, '../..');
leaveTogether();
const outcomes = await runSteps([...staticSteps(root), ...buildSteps(root)]);
process.exit(sum(outcomes).failed > 0 ? 1 : 0);
