import { v7 } from 'uuid';
import * as z from 'zod';

/** A UUID in lower case. Ours are version 7, so rows made later sort later; the bank's are any version. */
export const Id = z.uuid().toLowerCase().describe('UUID');
export type Id = z.infer<typeof Id>;

export function newId(): Id {
  return v7();
}
