import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './chromium.ts';
import { tool } from './command.ts';
import { left, type Outcome, verdict } from './outcome.ts';
import type { Step } from './run-steps.ts';
import { vitest } from './vitest-step.ts';

/** What runs the code: rooms and tools, the portal's components, and people in a browser. */
export function testSteps(root: string, env: NodeJS.ProcessEnv): Step[] {
  return [
    {
      name: 'rooms and tools',
      run: () => vitest({ root, name: 'rooms', config: 'vitest.config.ts', env }),
    },
    ...(hasPortalSpecs(root) ? [{ name: 'portal', run: () => portal(root) }] : []),
    ...(existsSync(join(root, walks)) ? [{ name: 'walks', run: () => walk(root, env) }] : []),
  ];
}

const walks = 'apps/e2e/vitest.config.ts';

function hasPortalSpecs(root: string): boolean {
  const specs = '{apps/portal,libs/ui,libs/*/portal}/src/**/*.spec.ts';
  return existsSync(join(root, 'apps', 'portal')) && globSync(specs, { cwd: root }).length > 0;
}

/** Angular's own runner, because templates need its compiler; it runs Vitest underneath. */
async function portal(root: string): Promise<Outcome> {
  const { code, output } = await tool(root, ['ng', 'test', '--no-watch', '--no-progress']);
  return fromSummary(output) ?? verdict(code === 0, output);
}

/** From Vitest's summary, `Tests  2 failed | 31 passed | 1 skipped (34)`. */
export function fromSummary(output: string): Outcome | undefined {
  const summary = /^\s*Tests\s+(.*\(\d+\))\s*$/m.exec(output)?.[1];
  if (!summary) return undefined;
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0);
  const skipped = number('skipped') + number('todo');
  return { passed: number('passed'), failed: number('failed'), skipped, output };
}

async function walk(root: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const browser = await chromium(root);
  if ('reason' in browser) return left(browser.reason);
  const all = { ...env, CHROMIUM_PATH: browser.path };
  return vitest({ root, name: 'walks', config: walks, env: all });
}
