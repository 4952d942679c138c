import { resolve } from 'node:path';
import { leaveTogether } from './command.ts';
import { sum } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import { buildSteps } from './static-steps.ts';
import { walkStep } from './test-steps.ts';

/** `npm run a11y`: every page in both languages, both themes and at every width, under axe. */
const root = resolve(import.meta.dirname, '../..');
leaveTogether();
const [build] = buildSteps(root);
const env = { ...process.env, A11Y: 'everything' };
const outcomes = await runSteps([build!, walkStep(root, env, ['accessibility'])]);
process.exit(sum(outcomes).failed > 0 ? 1 : 0);
