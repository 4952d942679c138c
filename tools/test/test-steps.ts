import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './chromium.ts';
import { left, type Outcome } from './outcome.ts';
import type { Step } from './run-steps.ts';
import { angularTest, vitest, vitestRun } from './vitest-step.ts';

/** What runs the code: rooms and tools, the portal's components, and people in a browser. */
export function testSteps(root: string, env: NodeJS.ProcessEnv): Step[] {
  return [
    {
      name: 'rooms and tools',
      run: () => vitest({ root, name: 'rooms', command: vitestRun('vitest.config.ts'), env }),
    },
    ...(hasPortalSpecs(root)
      ? [{ name: 'portal', run: () => vitest({ root, name: 'portal', command: angularTest }) }]
      : []),
    ...(existsSync(join(root, walks)) ? [walkStep(root, env)] : []),
  ];
}

const walks = 'apps/e2e/vitest.config.ts';

function hasPortalSpecs(root: string): boolean {
  const specs = '{apps/portal,libs/ui,libs/*/portal}/src/**/*.spec.ts';
  return existsSync(join(root, 'apps', 'portal')) && globSync(specs, { cwd: root }).length > 0;
}

/** Walks through a browser; `only` names files by a part of their path. */
export function walkStep(root: string, env: NodeJS.ProcessEnv, only: readonly string[] = []): Step {
  return { name: 'walks', run: () => walk(root, env, only) };
}

async function walk(
  root: string,
  env: NodeJS.ProcessEnv,
  only: readonly string[],
): Promise<Outcome> {
  const browser = await chromium(root);
  if ('reason' in browser) return left(browser.reason);
  const all = { ...env, CHROMIUM_PATH: browser.path };
  const command = (report: string) => [...vitestRun(walks)(report), ...only];
  return vitest({ root, name: 'walks', command, env: all });
}
