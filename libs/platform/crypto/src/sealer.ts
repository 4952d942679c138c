import type { KeyObject } from 'node:crypto';
import type { Environment } from '@toonbank/primitives';
import { parse as bytesOf } from 'uuid';
import { CannotOpen, keyIdOf, type NamedKey, openBytes, sealBytes } from './sealed';

interface Field {
  readonly field: string;
  /** Version of the key, or id of the row, that the value stands in. */
  readonly version: string | number;
}

interface WebshopField extends Field {
  readonly webshopId: string;
  readonly environment: Environment;
}

/**
 * What a sealed value belongs to: something of a webshop environment, or of the agency itself. It
 * opens under exactly the same words and under no others.
 */
export type Binding = WebshopField | Field;

/** Seals and opens for one agency, without waiting: its data keys are already unwrapped. */
export class Sealer {
  private readonly keys = new Map<string, KeyObject>();
  private readonly newest: NamedKey;

  /** `keys` oldest first; never empty. */
  constructor(
    readonly agencyId: string,
    keys: readonly { readonly id: string; readonly key: KeyObject }[],
  ) {
    for (const { id, key } of keys) this.keys.set(idBytes(id).toString('hex'), key);
    const last = keys.at(-1);
    if (!last) throw new CannotOpen('this agency has no data key (any more)');
    this.newest = { id: idBytes(last.id), key: last.key };
  }

  seal(binding: Binding, plaintext: Buffer | string): Buffer {
    const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext;
    return sealBytes(this.newest, this.text(binding), bytes);
  }

  /** Throws `CannotOpen` when the value was sealed for another place, changed, or shredded. */
  open(binding: Binding, sealed: Buffer): Buffer {
    const key = this.keys.get(keyIdOf(sealed).toString('hex'));
    if (!key) throw new CannotOpen('its data key is not here');
    return openBytes(key, this.text(binding), sealed);
  }

  private text(binding: Binding): string {
    const { field, version } = binding;
    const place = 'webshopId' in binding ? `${binding.webshopId}|${binding.environment}` : '|';
    return `v1|${this.agencyId}|${place}|${field}|${version}`;
  }
}

function idBytes(id: string): Buffer {
  return Buffer.from(bytesOf(id));
}
