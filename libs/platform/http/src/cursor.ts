import { Injectable } from '@nestjs/common';
import { AppKeys } from '@toonbank/platform/crypto';
import { Problem } from './problem';

const macLength = 16;

/**
 * Keyset cursors: the sort values of the last row, signed, so that a changed one is refused instead
 * of answered with something else. Bound to a tenant and a list, not to a filter.
 */
@Injectable()
export class Cursors {
  constructor(private readonly appKeys: AppKeys) {}

  write(list: string, agencyId: string, values: readonly string[]): string {
    const body = Buffer.from(JSON.stringify(values));
    const mac = this.appKeys.mac('cursor', [list, agencyId, body], macLength);
    return Buffer.concat([mac, body]).toString('base64url');
  }

  /** Throws a 422 problem on a cursor that this list of this tenant did not give. */
  read(list: string, agencyId: string, cursor: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(macLength);
    const mac = bytes.subarray(0, macLength);
    const canonical = bytes.toString('base64url') === cursor;
    if (!canonical || !this.appKeys.verifies('cursor', [list, agencyId, body], mac)) {
      throw Problem.unprocessable(
        'cursor',
        'This cursor is not one that this list gave.',
        'Start at the first page, and send `next` as it came.',
        'after',
      );
    }
    return JSON.parse(body.toString()) as string[];
  }
}

/**
 * Rows of a list that was asked for one row more than a page holds: the page, and its last row when
 * more follow (what the next cursor is made of).
 */
export function cutPage<Row>(rows: readonly Row[], limit: number): { page: Row[]; last?: Row } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last !== undefined ? { page, last } : { page };
}
