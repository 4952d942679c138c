import { job } from '@toonbank/platform/queue';
import { Id } from '@toonbank/primitives';
import * as z from 'zod';

/** A hint that an export waits to be made. */
export const MakeExport = job('make-export', z.object({ agencyId: Id, exportId: Id }));
