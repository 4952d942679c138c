import { createHmac, createSecretKey, randomBytes } from 'node:crypto';

/** A webshop that the bank would ping about: its address, its id and its signing key. */
export interface Target {
  readonly url: string;
  readonly poiId: number;
  readonly signingKey: string;
}

const eventName = 'merchant.order.status.changed';

/** Requests as the bank would send them, of about 600 bytes, each with a token of its own; made beforehand. */
export function makePings(targets: readonly Target[], count: number): Buffer[] {
  const expiry = new Date(Date.now() + 600_000).toISOString().replace('Z', '+00:00');
  const filler = randomBytes(240).toString('base64url');
  const parts = targets.map(({ url, poiId, signingKey }) => {
    const { pathname, host } = new URL(url);
    return { pathname, host, poiId, key: createSecretKey(Buffer.from(signingKey, 'base64')) };
  });
  return Array.from({ length: count }, (_, nth) => {
    const { pathname, host, poiId, key } = parts[nth % parts.length]!;
    const authentication = `${filler}.${process.pid}.${nth}`;
    const text = `${authentication},${expiry},${eventName},${poiId}`;
    const signature = createHmac('sha512', key).update(text).digest('hex');
    const body = JSON.stringify({ authentication, expiry, eventName, poiId, signature });
    return Buffer.from(
      `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}
