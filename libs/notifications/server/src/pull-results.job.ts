import { job } from '@toonbank/platform/queue';
import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';

/** A hint that results are waiting for a webshop. The rows are the truth; losing the job only costs time. */
export const PullResults = job(
  'pull-results',
  z.object({ agencyId: Id, merchantId: Id, webshopId: Id, environment: Environment }),
);
export type PullResults = z.infer<typeof PullResults.data>;
