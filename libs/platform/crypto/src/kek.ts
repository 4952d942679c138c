import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { openBytes, sealBytes } from './sealed';

/**
 * The key-encryption key: wraps the agencies' data keys and touches nothing else. A port, so that a
 * key service can stand in for the file.
 */
export abstract class Kek {
  /** Names the key (not its value) in every row it wrapped, so that a change of key can be followed. */
  abstract readonly id: string;
  abstract wrap(agencyId: string, dataKey: Buffer): Promise<Buffer>;
  /** Throws `CannotOpen` on a data key of another agency or under another key. */
  abstract unwrap(agencyId: string, wrapped: Buffer): Promise<Buffer>;
}

/** A key from a file, read at start. */
@Injectable()
export class FileKek extends Kek {
  readonly id: string;
  private readonly key: KeyObject;
  private readonly keyId: Buffer;

  constructor(config: Config) {
    super();
    this.key = createSecretKey(config.kek);
    const digest = createHash('sha256').update('toonbank kek id').update(config.kek).digest();
    this.keyId = digest.subarray(0, 16);
    this.id = `file:${this.keyId.toString('hex')}`;
  }

  wrap(agencyId: string, dataKey: Buffer): Promise<Buffer> {
    const named = { id: this.keyId, key: this.key };
    return Promise.resolve(sealBytes(named, `v1|${agencyId}|data-key`, dataKey));
  }

  async unwrap(agencyId: string, wrapped: Buffer): Promise<Buffer> {
    return openBytes(this.key, `v1|${agencyId}|data-key`, wrapped);
  }
}
