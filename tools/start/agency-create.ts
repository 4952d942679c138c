import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * `npm run agency:create`: a first agency and its owner, in the system that runs here, or in the one
 * that DATABASE_URL, REDIS_URL and PUBLIC_URL name.
 */
const root = resolve(import.meta.dirname, '../..');
const dev = join(root, '.toonbank', 'dev.json');
const needed = ['DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL'];

if (!existsSync(dev) && !needed.every((name) => process.env[name])) {
  process.stderr.write(
    `Toonbank does not run here: type npm start first (in another terminal), or set ${needed.join(', ')}.\n`,
  );
  process.exit(1);
}
const program = join(root, 'dist', 'apps', 'api', 'agency-create.js');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...running(), ...process.env },
});
process.exit(status ?? 1);

function running(): NodeJS.ProcessEnv {
  if (!existsSync(dev)) return {};
  const { databaseUrl, redisUrl, portalUrl } = JSON.parse(readFileSync(dev, 'utf8')) as {
    databaseUrl: string;
    redisUrl: string;
    portalUrl: string;
  };
  return { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PUBLIC_URL: portalUrl };
}
