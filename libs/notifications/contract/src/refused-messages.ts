import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';

/** What came to the agency's webhook address for a webshop and no key of it verified. */
export const refusedMessagesPath =
  'v1/webshops/:webshopId/environments/:environment/refused-messages';

export const RefusedMessagesParams = z.strictObject({ webshopId: Id, environment: Environment });
export type RefusedMessagesParams = z.infer<typeof RefusedMessagesParams>;

const Refused = z.object({
  count: z.int().min(1),
  lastAt: z.iso.datetime().describe('The minute in which the last one came'),
});

/**
 * Counted, not kept: who sent them is not known. Anybody can send to the address, so they are a fact and
 * no proof.
 */
export const RefusedMessages = z
  .object({
    since: z.iso
      .datetime()
      .nullable()
      .describe(
        'From when on is counted: when the pair in use was entered, at most 7 days back. Null: no pair is in use, and nothing is counted',
      ),
    lastVerifiedAt: z.iso
      .datetime()
      .nullable()
      .describe('When a message last verified with the pair in use. Null: none has'),
    noKeyFits: Refused.nullable().describe(
      "With the webshop's poiId, and signed with none of its keys. Null: none came",
    ),
    unknownWebshop: Refused.extend({
      poiIds: z.array(z.string()).describe('Those that came last, at most three'),
    })
      .nullable()
      .describe(
        'At the same address, with a poiId of no webshop that has keys here; told to the agency only. The count stops at the last thousand minutes and poiIds. Null: none came',
      ),
  })
  .meta({ id: 'RefusedMessages' });
export type RefusedMessages = z.infer<typeof RefusedMessages>;
