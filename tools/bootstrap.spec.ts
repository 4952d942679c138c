import { expect, it } from 'vitest';
import { whyNotInstalled } from './bootstrap.mjs';

it.each([
  ['no disk', 'npm error code ENOSPC', /full: free about 2 GB/],
  ['no right to write', 'npm error EACCES: permission denied, mkdir', /No right to write.*chown/],
  ['a read-only disk', 'npm error EROFS: read-only', /read-only disk: clone/],
  ['no network', 'npm error code ENOTFOUND', /registry cannot be reached: check/],
  ['anything else', 'npm error lifecycle', /reason stands above/],
])('says in one sentence why packages could not be installed: %s', (_, output, sentence) => {
  expect(whyNotInstalled(output)).toMatch(sentence);
});
