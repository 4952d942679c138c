import { Id } from '@toonbank/primitives';
import * as z from 'zod';

export const agencyPath = 'v1/agency';

/** The tenant: a web agency. */
export const Agency = z
  .object({
    id: Id,
    name: z.string(),
    webhookUrl: z
      .url()
      .nullable()
      .describe("Enter this address in the bank's dashboard. Null for who is no agency staff"),
  })
  .meta({ id: 'Agency' });
export type Agency = z.infer<typeof Agency>;
