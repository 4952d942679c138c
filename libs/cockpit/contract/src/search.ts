import { ListedOrder } from '@toonbank/orders/contract';
import { Cents, Environment, Id, Text } from '@toonbank/primitives';
import * as z from 'zod';

export const searchPath = 'v1/search';

/** One field for everything: a number, a name, an address, an amount, a day. */
export const SearchQuery = z.strictObject({
  q: Text.trim()
    .min(2)
    .max(100)
    .describe(
      'Order number, id of the bank, amount (84,95), day (17 nov, dinsdag), name of a merchant, URL or poiId; amount and day also together',
    ),
  environment: Environment.optional().describe(
    "In which environment orders are sought; people: production when absent, API keys: the key's own",
  ),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What a search found, the nearest first, a handful of each kind. */
export const SearchResult = z
  .object({
    understood: z
      .object({ amount: Cents.nullable(), day: z.iso.date().nullable(), text: z.string() })
      .describe('What the words were taken for'),
    merchants: z.array(z.object({ id: Id, name: z.string() })),
    webshops: z.array(z.object({ id: Id, host: z.string(), merchantName: z.string() })),
    orders: z.array(ListedOrder),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;
