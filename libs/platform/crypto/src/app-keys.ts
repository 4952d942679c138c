import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';

/** What the application key signs; each purpose has a key of its own, so no signature serves twice. */
export type Purpose = 'return-token' | 'cursor' | 'key-fingerprint' | 'export-link';

/** Signs what we hand out and want back unchanged. Nothing here is secret from who holds it. */
@Injectable()
export class AppKeys {
  private readonly keys = new Map<Purpose, KeyObject>();

  constructor(private readonly config: Config) {}

  /** `length` bytes of HMAC-SHA-256 over the parts, each part's length included. */
  mac(purpose: Purpose, parts: readonly (Buffer | string)[], length = 16): Buffer {
    const hmac = createHmac('sha256', this.key(purpose));
    for (const part of parts) {
      const bytes = Buffer.from(part as string);
      hmac.update(`${bytes.length}:`).update(bytes);
    }
    return hmac.digest().subarray(0, length);
  }

  verifies(purpose: Purpose, parts: readonly (Buffer | string)[], mac: Buffer): boolean {
    const expected = this.mac(purpose, parts, 16);
    return mac.length === expected.length && timingSafeEqual(mac, expected);
  }

  private key(purpose: Purpose): KeyObject {
    const known = this.keys.get(purpose);
    if (known) return known;
    const bytes = hkdfSync('sha256', this.config.appKey, '', `toonbank ${purpose}`, 32);
    const key = createSecretKey(Buffer.from(bytes));
    this.keys.set(purpose, key);
    return key;
  }
}
