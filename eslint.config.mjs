import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import { toonbank } from './tools/eslint/plugin.ts';
import { restrictions } from './tools/eslint/restrictions.ts';
import { constraints } from './tools/rooms/constraints.ts';
import { roomsIn } from './tools/rooms/rooms.ts';

const rooms = roomsIn(import.meta.dirname);
const portal = ['apps/portal/**/*.ts', 'libs/*/portal/**/*.ts', 'libs/ui/**/*.ts'];
const specs = ['**/*.spec.ts', '**/*.testing.ts', 'libs/testing/**/*.ts', 'apps/e2e/**/*.ts'];

/** Floors and sides. Needs a fresh project graph: `npm run check` builds it before it lints. */
const boundaries = (options) => [
  'error',
  {
    allow: [],
    enforceBuildableLibDependency: false,
    depConstraints: constraints(rooms, options.also),
    // What tests stand on stands on the platform, and the platform has tests too.
    ignoredCircularDependencies: [['testing', 'platform-*']],
  },
];

export default defineConfig(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.angular', '.toonbank', '**/*.d.{ts,mts}'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strict],
    languageOptions: {
      // One program for everything that is no portal: a project per room would check each lib many times.
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx, toonbank },
    rules: {
      ...restrictions(),
      '@nx/enforce-module-boundaries': boundaries({ also: [] }),
      'toonbank/route-guarded': 'error',
      'toonbank/schema-on-input': 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 40],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // An index that was just checked, and a definite field of an entity, read better with `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Nest modules are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['libs/platform/db/**/*.ts'],
    rules: restrictions({ database: true }),
  },
  {
    files: [
      'libs/platform/{config,clock,failpoint}/**/*.ts',
      'apps/*/src/*.ts',
      'apps/api/src/seed/*.ts',
      // The portal's clock.
      'libs/ui/src/look/now.ts',
    ],
    rules: restrictions({ surroundings: true }),
  },
  {
    files: ['tools/**/*.ts', ...specs],
    rules: restrictions({ database: true, surroundings: true }),
  },
  {
    files: specs,
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ also: ['testing', 'platform'] }),
      'max-lines-per-function': 'off',
      'max-lines': ['error', 500],
    },
  },
  {
    // A migration is one long text in SQL, a snippet one in the language of a shop.
    files: ['libs/**/migrations/*.ts', 'libs/shop/contract/src/snippets.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: portal,
    extends: [angular.configs.tsRecommended],
    languageOptions: {
      parserOptions: { project: null, projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'tb', style: 'camelCase' },
      ],
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'tb', style: 'kebab-case' },
          { type: 'attribute', prefix: 'tb', style: 'camelCase' },
        ],
      ],
    },
  },
  {
    files: ['{apps/portal,libs/*/portal,libs/ui}/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
);
