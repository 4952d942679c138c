import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDebian } from '../services/redis-debian.ts';
import { command, tool } from './command.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

export interface Ways {
  readonly installed: boolean;
  readonly debian: boolean;
  readonly root: boolean;
}

/** How a browser comes to be here: one that is there, Debian's package, else Playwright's download. */
export function decideBrowser(ways: Ways): 'installed' | 'package' | 'download' {
  if (ways.installed) return 'installed';
  return ways.debian && ways.root ? 'package' : 'download';
}

/** A Chromium for the walks, or why there is none. */
export async function chromium(root: string): Promise<{ path: string } | { reason: string }> {
  const there = installed();
  const way = decideBrowser({
    installed: !!there,
    debian: isDebian(),
    root: process.getuid?.() === 0,
  });
  if (way === 'installed') return { path: there! };
  if (way === 'package') await installPackage();
  else await tool(root, ['playwright-core', 'install', 'chromium']);
  const path = installed() ?? (await downloaded());
  if (path) return { path };
  return {
    reason: 'no Chromium was found and none could be installed: install it, or set CHROMIUM_PATH',
  };
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env['CHROMIUM_PATH'] ?? '', ...inPath, ...elsewhere].find(isProgram);
}

async function installPackage(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  if ((await command('apt-get', install, { env })).code === 0) return;
  // Package lists that are missing or too old.
  await command('apt-get', ['update', '-q'], { env });
  await command('apt-get', install, { env });
}

async function downloaded(): Promise<string | undefined> {
  const { chromium: browser } = await import('playwright-core');
  const path = browser.executablePath();
  return isProgram(path) ? path : undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
