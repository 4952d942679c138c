import { Injectable } from '@nestjs/common';
import { AppKeys } from '@toonbank/platform/crypto';
import type { Id } from '@toonbank/primitives';
import { parse, stringify } from 'uuid';

const idLength = 16;
const macLength = 16;

/**
 * What stands in the address the bank sends shoppers back to: agency, order and a signature of ours,
 * so that the tenant is known without a look-up and nobody can make up another order's address.
 */
@Injectable()
export class ReturnTokens {
  constructor(private readonly appKeys: AppKeys) {}

  write(agencyId: Id, orderId: Id): string {
    const ids = Buffer.concat([parse(agencyId), parse(orderId)]);
    const mac = this.appKeys.mac('return-token', [ids], macLength);
    return Buffer.concat([ids, mac]).toString('base64url');
  }

  /** Undefined for anything that we did not write. */
  read(token: string): { readonly agencyId: Id; readonly orderId: Id } | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 2 * idLength + macLength || bytes.toString('base64url') !== token) {
      return undefined;
    }
    const ids = bytes.subarray(0, 2 * idLength);
    if (!this.appKeys.verifies('return-token', [ids], bytes.subarray(2 * idLength))) {
      return undefined;
    }
    return {
      agencyId: stringify(ids.subarray(0, idLength)),
      orderId: stringify(ids.subarray(idLength)),
    };
  }
}
