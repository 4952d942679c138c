import * as z from 'zod';

/** What every list takes: how many rows, and the cursor that the page before gave. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(500).optional().describe('The `next` of the page before'),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A keyset page: no page numbers and no count, so the millionth row costs what the first did. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  });
}
