import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Walks through a real browser. The apps are built before them. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  resolve: { tsconfigPaths: true },
  test: {
    include: ['apps/e2e/src/**/*.walk.ts'],
    globalSetup: ['tools/test/services.ts'],
    pool: 'forks',
    // Two, also where there are two cores: Vitest would leave one to itself.
    maxWorkers: 2,
    fsModuleCache: false,
    testTimeout: 60_000,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
