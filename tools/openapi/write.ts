import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tool } from '../test/command.ts';
import { committed, emit } from './emit.ts';

/** `npm run openapi`: a difference in this file is a change of the API. */
const root = resolve(import.meta.dirname, '../..');
const built = await tool(root, ['nx', 'build', 'api', '--output-style=static']);
if (built.code !== 0) {
  process.stderr.write(built.output);
  process.exit(1);
}
writeFileSync(join(root, committed), emit(root));
process.stdout.write(`${committed} written\n`);
