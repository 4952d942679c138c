import { Id, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';

export const auditPath = 'v1/audit';

/** Who did it: ids of people and API keys, names of our own processes. */
export const AuditActor = z
  .object({
    kind: z.enum(['person', 'api-key', 'shopper', 'bank', 'system']),
    id: Id.nullable(),
    name: z.string().nullable(),
    email: z.string().nullable().describe("A person's, as it is now"),
  })
  .meta({ id: 'AuditActor' });
export type AuditActor = z.infer<typeof AuditActor>;

export const AuditSubject = z
  .object({ kind: z.string(), id: Id })
  .meta({ id: 'AuditSubject', description: 'To what it was done' });
export type AuditSubject = z.infer<typeof AuditSubject>;

export const AuditEntry = z
  .object({
    id: Id,
    at: z.iso.datetime(),
    act: z.string().describe('What was done, such as `merchant.created`'),
    actor: AuditActor,
    merchantId: Id.nullable(),
    subject: AuditSubject,
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = pageOf(AuditEntry).meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof AuditPage>;

/** Newest first. */
export const AuditQuery = PageQuery.extend({
  merchantId: Id.optional(),
  act: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .max(60)
    .optional()
    .describe('One act, such as `member.removed`; or all of a kind, such as `member`'),
  actorId: Id.optional().describe('A person or an API key'),
  from: z.iso.datetime().optional().describe('From this moment on'),
  to: z.iso.datetime().optional().describe('Before this moment'),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
