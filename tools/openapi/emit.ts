import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const committed = 'openapi.json';

/** The API's description, from the built application. Needs no database. */
export function emit(root: string): string {
  const program = join(root, 'dist', 'apps', 'api', 'openapi.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (status !== 0) throw new Error(`The API could not be described:\n${stderr}`);
  return stdout;
}

/** A sentence when the committed file is not what the API says of itself. */
export function difference(root: string, emitted: string): string | undefined {
  const path = join(root, committed);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return `${committed} is missing: run npm run openapi and commit it.`;
  }
  if (text === emitted) return undefined;
  const [now, then] = [emitted.split('\n'), text.split('\n')];
  const at = now.findIndex((line, index) => line !== then[index]);
  return [
    `${committed} is not what the API is now: run npm run openapi, read the difference, commit it.`,
    `First difference, line ${at + 1}:`,
    `- ${then[at] ?? '(end)'}`,
    `+ ${now[at] ?? '(end)'}`,
  ].join('\n');
}
