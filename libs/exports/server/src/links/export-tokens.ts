import { Injectable } from '@nestjs/common';
import { exportFilePath } from '@toonbank/exports/contract';
import { Config } from '@toonbank/platform/config';
import { AppKeys } from '@toonbank/platform/crypto';
import type { Id } from '@toonbank/primitives';
import type { LinkEntity } from './link.entity';

/** What a token says, once its signature is known to be ours. */
export interface Opened {
  readonly agencyId: Id;
  readonly linkId: Id;
  readonly expiresAt: Date;
}

const [idLength, timeLength, macLength] = [16, 6, 16] as const;
const bodyLength = 2 * idLength + timeLength;

/**
 * Tokens of links: whose link it is and until when, signed. So a changed one is refused before anything
 * is looked up, and nothing that opens a file is kept.
 */
@Injectable()
export class ExportTokens {
  constructor(
    private readonly appKeys: AppKeys,
    private readonly config: Config,
  ) {}

  /** Fetches the file. */
  fileUrl(link: LinkEntity): string {
    return `${this.config.publicUrl}/${exportFilePath}?token=${this.write(link)}`;
  }

  /** A page that says what it is before it is fetched. What stands behind the # is in no log. */
  pageUrl(link: LinkEntity): string {
    return `${this.config.publicUrl}/export-file#${this.write(link)}`;
  }

  /** Undefined for one that we did not write, or that lost a character. */
  read(token: string): Opened | undefined {
    const bytes = Buffer.from(token, 'base64url');
    const body = bytes.subarray(0, bodyLength);
    const isWhole = bytes.length === bodyLength + macLength;
    if (!isWhole || bytes.toString('base64url') !== token) return undefined;
    if (!this.appKeys.verifies('export-link', [body], bytes.subarray(bodyLength))) return undefined;
    return {
      agencyId: idAt(body, 0),
      linkId: idAt(body, idLength),
      expiresAt: new Date(body.readUIntBE(2 * idLength, timeLength)),
    };
  }

  private write({ agencyId, id, expiresAt }: LinkEntity): string {
    const body = Buffer.alloc(bodyLength);
    body.write(hex(agencyId), 0, 'hex');
    body.write(hex(id), idLength, 'hex');
    body.writeUIntBE(expiresAt.getTime(), 2 * idLength, timeLength);
    const mac = this.appKeys.mac('export-link', [body], macLength);
    return Buffer.concat([body, mac]).toString('base64url');
  }
}

function hex(id: Id): string {
  return id.replaceAll('-', '');
}

function idAt(body: Buffer, at: number): Id {
  const text = body.toString('hex', at, at + idLength);
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
