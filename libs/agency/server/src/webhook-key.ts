import { createHash, randomBytes } from 'node:crypto';

/** 192 bits, so that nobody finds the address by trying; letters, digits, `-` and `_`. */
export function newWebhookKey(): string {
  return randomBytes(24).toString('base64url');
}

/** Under what a webhook key is found before the agency is known. */
export function hashOfWebhookKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** The address for the bank's dashboard. */
export function webhookUrl(publicUrl: string, key: string): string {
  return `${publicUrl}/in/${key}`;
}
