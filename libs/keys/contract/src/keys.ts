import { Environment, Id, pageOf, PageQuery, Text } from '@toonbank/primitives';
import * as z from 'zod';
import { DropVerdict } from './drop-verdict';
import { RotationState } from './rotation-state';

/** Below a webshop environment: `v1/webshops/{webshopId}/environments/{environment}/keys`. */
export const keysPath = 'v1/webshops/:webshopId/environments/:environment/keys';
export const allKeysPath = 'v1/keys';

export const KeyPlace = z.strictObject({ webshopId: Id, environment: Environment });
export type KeyPlace = z.infer<typeof KeyPlace>;

export const KeyVersionParams = KeyPlace.extend({ keyVersionId: Id });
export type KeyVersionParams = z.infer<typeof KeyVersionParams>;

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

/**
 * What showed that the refresh token of a pair works. Of its signing key it says nothing: only a message
 * that was signed with it shows that one.
 */
export const KeyProof = z
  .object({
    kind: z.enum(['refresh-call']).describe('The bank gave an access token for it, live'),
    at: z.iso.datetime(),
  })
  .meta({ id: 'KeyProof' });
export type KeyProof = z.infer<typeof KeyProof>;

/** What may be told about a key version. The keys themselves are in no answer. */
export const KeyVersion = z
  .object({
    id: Id,
    kind: KeyKind,
    version: z.int().min(1),
    state: KeyState.describe(
      'Of virtual pairs, `active` is the one that returns are signed with; `proven` is valid too',
    ),
    proof: KeyProof.nullable().describe('Null for virtual pairs: we made them'),
    enteredAt: z.iso.datetime(),
    enteredBy: z
      .string()
      .nullable()
      .describe('E-mail address; null for our own processes, and to API keys'),
    lastVerifiedAt: z.iso
      .datetime()
      .nullable()
      .describe(
        'When a message of the bank was last verified with it, which is what proves its signing key. Null: nothing has yet. Up to a minute late',
      ),
    expiresAt: z.iso.datetime().nullable().describe('Null: unknown'),
    expiryFrom: z
      .enum(['token', 'person'])
      .nullable()
      .describe('Whether the refresh token says when it expires, or somebody typed it'),
    expiryTypedBy: z
      .string()
      .nullable()
      .describe('E-mail address of who typed it; null otherwise, and to API keys'),
    signsFrom: z.iso
      .datetime()
      .nullable()
      .describe(
        'Of a virtual pair: returns are signed with it from then on, until another takes over',
      ),
    daysLeft: z
      .int()
      .nullable()
      .describe(
        'Days of the Dutch calendar until it expires; 0: today, below 0: expired so many days ago',
      ),
    retiredAt: z.iso.datetime().nullable(),
    reveals: z.int().min(0).describe('How often one of its keys was shown to somebody'),
  })
  .meta({ id: 'KeyVersion' });
export type KeyVersion = z.infer<typeof KeyVersion>;

/** A renewal that is under way. */
const OpenRotation = z
  .object({ id: Id, state: RotationState })
  .describe('The renewal that is under way');

/** A key version with whether it can go. */
export const KeptKeyVersion = KeyVersion.extend({
  drop: DropVerdict.nullable().describe(
    'Of a pair of the bank that can be destroyed by itself: one that was replaced, or the last one of a webshop that has ended. Null otherwise; of a pair in a renewal the renewal says it',
  ),
}).meta({ id: 'KeptKeyVersion' });
export type KeptKeyVersion = z.infer<typeof KeptKeyVersion>;

export const KeyVersions = z
  .object({
    items: z.array(KeptKeyVersion),
    lastNotificationAt: z.iso
      .datetime()
      .nullable()
      .describe('When the bank last sent a notification here; up to a minute late'),
    rotation: OpenRotation.nullable(),
  })
  .meta({ id: 'KeyVersions' });
export type KeyVersions = z.infer<typeof KeyVersions>;

/** Why somebody has to see a key of the bank, and which of the two. */
export const RevealKey = z
  .strictObject({
    key: z.enum(['signing-key', 'refresh-token']),
    reason: Text.trim().min(3).max(200).describe('Kept in the audit log, for the merchant to read'),
  })
  .meta({ id: 'RevealKey' });
export type RevealKey = z.infer<typeof RevealKey>;

export const RevealedKey = z
  .object({
    value: z
      .string()
      .describe('In the clear. Show it for as long as hideAfterSeconds, keep nothing'),
    hideAfterSeconds: z.int().min(1),
  })
  .meta({ id: 'RevealedKey' });
export type RevealedKey = z.infer<typeof RevealedKey>;

/** The day a key expires, where its token does not say it. */
export const TypedExpiry = z
  .strictObject({
    expiresOn: z.iso.date().nullable().describe('The last day it works; null: unknown after all'),
  })
  .meta({ id: 'TypedExpiry' });
export type TypedExpiry = z.infer<typeof TypedExpiry>;

/**
 * That a pair of the bank is destroyed which was replaced and only verifies, or is the last one of a
 * webshop that has ended.
 */
export const RetireKeys = z
  .strictObject({
    anyway: z
      .boolean()
      .optional()
      .describe('Before it is safe: what is signed with the old key after that is refused'),
  })
  .meta({ id: 'RetireKeys' });
export type RetireKeys = z.infer<typeof RetireKeys>;

/** From when on returns are signed with a virtual pair. */
export const NameSigningMoment = z
  .strictObject({
    from: z.iso
      .datetime()
      .nullable()
      .optional()
      .describe('Absent: now. Null: not any more, or not after all'),
  })
  .meta({ id: 'NameSigningMoment' });
export type NameSigningMoment = z.infer<typeof NameSigningMoment>;

/** A virtual pair with its keys: told once, when it is made. */
export const IssuedVirtualPair = KeyVersion.extend({
  signingKey: z.string().describe('Verifies what we tell the webshop. Shown now and never again'),
  refreshToken: z.string().describe('Shown now and never again'),
}).meta({ id: 'IssuedVirtualPair' });
export type IssuedVirtualPair = z.infer<typeof IssuedVirtualPair>;

/** A pair of the bank in use, with where it is used. */
export const ListedKey = KeyVersion.extend({
  webshopId: Id,
  environment: Environment,
  host: z.string(),
  merchantId: Id,
  merchantName: z.string(),
  rotation: OpenRotation.nullable(),
}).meta({ id: 'ListedKey' });
export type ListedKey = z.infer<typeof ListedKey>;

export const KeyPage = pageOf(ListedKey).meta({ id: 'KeyPage' });
export type KeyPage = z.infer<typeof KeyPage>;

/** Which keys, by when they expire. Within so many days counts those that have expired already. */
export const KeyExpiryChoice = z.enum(['within-7', 'within-30', 'within-60', 'passed', 'unknown']);
export type KeyExpiryChoice = z.infer<typeof KeyExpiryChoice>;

/** Pairs of the bank in use, in the order in which they expire; what is unknown comes last. */
export const KeyQuery = PageQuery.extend({
  environment: Environment.optional().describe('Production when absent. For an API key its own'),
  merchantId: Id.optional(),
  expires: KeyExpiryChoice.optional(),
});
export type KeyQuery = z.infer<typeof KeyQuery>;
