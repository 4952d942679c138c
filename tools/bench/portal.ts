import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium as browsers, type Page } from 'playwright-core';
import { chromium } from '../test/chromium.ts';
import type { Bar } from './figures.ts';
import type { BenchTown } from './town.ts';

/**
 * What Vendure's Admin UI 3.7.3 loads before it can be used: KiB of JavaScript and style, gzip -9,
 * counted from its package on npm. The bar is a share of it.
 */
const peerKiB = 812;

/** A page, and what shows that a person can begin to work on it. */
const pages = [
  { name: 'sign-in', path: '/sign-in', usable: '#email', signedIn: false },
  { name: 'overview', path: '/production/overview', usable: '.tasks, tb-empty', signedIn: true },
  { name: 'orders', path: '/production/orders', usable: 'tbody tr, tb-empty', signedIn: true },
] as const;

/**
 * Bytes of JavaScript and style that a browser with an empty cache asks for until a page can be used.
 * What it fetches afterwards, such as the chart, is told beside it.
 */
export async function portal(root: string, town: BenchTown, say: (line: string) => void) {
  const found = await chromium(root);
  if ('reason' in found) throw new Error(found.reason);
  const browser = await browsers.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  const kib: Record<string, { usable: number; settled: number }> = {};
  try {
    const { url, cookie } = await town.signIn();
    for (const { name, path, usable, signedIn } of pages) {
      const [key = '', value = ''] = cookie.split('=');
      const context = await browser.newContext({ locale: 'nl-NL' });
      const own = { name: key, value, domain: 'localhost', path: '/', secure: true };
      if (signedIn) await context.addCookies([own]);
      const page = await context.newPage();
      const address = `http://localhost:${new URL(url).port}${path}`;
      kib[name] = await weigh(root, page, { url: address, usable });
      say(
        `${name}: ${kib[name].usable.toFixed(1)} KiB until usable, ${kib[name].settled.toFixed(1)} with what follows`,
      );
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const bars = Object.entries(kib).map(([name, { usable }]): Bar => ({
    ...{ id: `f1 ${name}`, what: "of what the peer's admin loads" },
    ...{ value: usable / peerKiB, bar: 0.25, aim: 0.18, higher: false, unit: 'x' },
  }));
  return { peerKiB, kib, bars };
}

async function weigh(root: string, page: Page, { url, usable }: { url: string; usable: string }) {
  await page.goto(url);
  // The page's own clock decides what was asked for before it could be used, not when we hear of it.
  const usableAt = await page.evaluate(untilShown, usable);
  await page.waitForLoadState('networkidle');
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  );
  const files = asked
    .map(({ name, startTime }) => ({ path: new URL(name).pathname, startTime }))
    .filter(({ path }) => /\.(js|css)$/.test(path));
  const before = files.filter(({ startTime }) => startTime <= usableAt);
  return { usable: kibOf(root, before), settled: kibOf(root, files) };
}

/** Runs in the page: when something that fits the selector is first painted. */
function untilShown(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector)) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

function kibOf(root: string, files: readonly { readonly path: string }[]): number {
  const folder = join(root, 'dist/apps/portal/browser');
  const bytes = [...new Set(files.map(({ path }) => path))].map(
    (path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
  );
  return bytes.reduce((sum, length) => sum + length, 0) / 1024;
}
