import { bootstrap } from './bootstrap.mjs';

await bootstrap('tools/test/a11y.ts');
