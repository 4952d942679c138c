import { Environment, Id, pageOf } from '@toonbank/primitives';
import * as z from 'zod';

export const apiKeysPath = 'v1/webshops/:webshopId/environments/:environment/api-keys';
export const apiKeyPath = 'v1/api-keys';

/** What our API keys look like, for secret scanners: 30 random characters and a checksum of 6. */
export const apiKeyForm = /^tb_(live|test)_[0-9A-Za-z]{36}$/;

export const ApiKeyPlace = z.strictObject({ webshopId: Id, environment: Environment });
export type ApiKeyPlace = z.infer<typeof ApiKeyPlace>;

export const ApiKeyParams = z.strictObject({ apiKeyId: Id });
export type ApiKeyParams = z.infer<typeof ApiKeyParams>;

/** An API key without the key: that is told once, when it is made. */
export const ApiKey = z
  .object({
    id: Id,
    webshopId: Id,
    environment: Environment,
    prefix: z.string().describe('How the key begins, to tell keys apart'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('To the hour'),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

export const ApiKeyPage = pageOf(ApiKey).meta({ id: 'ApiKeyPage' });
export type ApiKeyPage = z.infer<typeof ApiKeyPage>;

export const IssuedApiKey = ApiKey.extend({
  key: z.string().describe('The key itself. Shown now and never again: only its hash is kept'),
}).meta({ id: 'IssuedApiKey' });
export type IssuedApiKey = z.infer<typeof IssuedApiKey>;
