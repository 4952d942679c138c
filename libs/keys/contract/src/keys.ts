import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';

/** Below a webshop environment: `v1/webshops/{webshopId}/environments/{environment}/keys`. */
export const keysPath = 'v1/webshops/:webshopId/environments/:environment/keys';

export const KeyPlace = z.strictObject({ webshopId: Id, environment: Environment });
export type KeyPlace = z.infer<typeof KeyPlace>;

export const KeyKind = z.enum(['bank', 'virtual']);
export type KeyKind = z.infer<typeof KeyKind>;

export const KeyState = z.enum(['staged', 'proven', 'active', 'draining', 'retired']);
export type KeyState = z.infer<typeof KeyState>;

/** The bank's pair of a webshop environment, as pasted from its dashboard (S3, S19). */
export const BankKeys = z
  .strictObject({
    signingKey: z.string().max(500).describe('The shorter code: 44 characters of base64'),
    refreshToken: z.string().max(8_000).describe('The longer code'),
  })
  .meta({ id: 'BankKeys' });
export type BankKeys = z.infer<typeof BankKeys>;

/** What may be told about a key version. The keys themselves are in no answer. */
export const KeyVersion = z
  .object({
    id: Id,
    kind: KeyKind,
    version: z.int().min(1),
    state: KeyState,
    provenAt: z.iso.datetime().nullable().describe('When a live refresh call last proved the pair'),
    expiresAt: z.iso.datetime().nullable().describe('Read from the refresh token; null: unknown'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'KeyVersion' });
export type KeyVersion = z.infer<typeof KeyVersion>;

export const KeyVersions = z.object({ items: z.array(KeyVersion) }).meta({ id: 'KeyVersions' });
export type KeyVersions = z.infer<typeof KeyVersions>;
