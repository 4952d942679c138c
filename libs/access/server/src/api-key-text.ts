import { crc32 } from 'node:zlib';
import { apiKeyForm } from '@toonbank/access/contract';
import type { Environment } from '@toonbank/primitives';
import { randomBase62, toBase62 } from './secret-text';

const words: Readonly<Record<Environment, string>> = { production: 'live', sandbox: 'test' };
const checksumLength = 6;
const shownLength = 'tb_live_'.length + 4;

/**
 * 178 random bits, told apart from other companies' keys by its beginning and from typos by its
 * end.
 */
export function newApiKey(environment: Environment): string {
  const body = `tb_${words[environment]}_${randomBase62(30)}`;
  return body + checksum(body);
}

/** Whether the text has the form and the checksum of an API key; costs no look-up. */
export function isApiKey(text: string): boolean {
  if (!apiKeyForm.test(text)) return false;
  return checksum(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
}

/** What may be shown of a key later on. */
export function shownPrefix(key: string): string {
  return key.slice(0, shownLength);
}

function checksum(body: string): string {
  return toBase62(crc32(body), checksumLength);
}
