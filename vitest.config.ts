import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{apps,libs,tools}/**/*.spec.ts'],
    // Portal specs need Angular's compiler and run through `@angular/build:unit-test`.
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      'apps/portal/**',
      'libs/ui/**',
      'libs/*/portal/**',
    ],
    globalSetup: ['tools/test/services.ts'],
    pool: 'forks',
    // Two, also where there are two cores: Vitest would leave one to itself, and half of a file is waiting.
    maxWorkers: 2,
    // On by default in Vitest 5; it ignores tsconfig changes and then stays green on stale code.
    fsModuleCache: false,
    testTimeout: 30_000,
    // A busy machine is slow, not wrong.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
  },
});
