import { Environment, Id, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';
import { DropVerdict } from './drop-verdict';
import { KeyVersion, keysPath } from './keys';
import { RotationState } from './rotation-state';

/** Where a renewal of one webshop environment begins. */
export const startRotationPath = `${keysPath}/rotations`;
export const rotationsPath = 'v1/key-rotations';
export const rotationPath = `${rotationsPath}/:rotationId`;
export const rotationStepsPath = `${rotationPath}/steps`;

export const RotationParams = z.strictObject({ rotationId: Id });
export type RotationParams = z.infer<typeof RotationParams>;

export const RotationStep = z.enum(['prove', 'cut-over', 'roll-back', 'retire', 'abandon']);
export type RotationStep = z.infer<typeof RotationStep>;

/** The bank's new pair, or the one of the two that is new: the other is taken from the pair in use. */
export const StartRotation = z
  .strictObject({
    signingKey: z.string().max(500).optional().describe('The shorter code; absent: as it is'),
    refreshToken: z.string().max(8_000).optional().describe('The longer code; absent: as it is'),
  })
  .meta({ id: 'StartRotation' });
export type StartRotation = z.infer<typeof StartRotation>;

export const TakeRotationStep = z
  .strictObject({
    step: RotationStep,
    anyway: z
      .boolean()
      .optional()
      .describe('Retire before it is safe: what is signed with the old key after that is refused'),
  })
  .meta({ id: 'TakeRotationStep' });
export type TakeRotationStep = z.infer<typeof TakeRotationStep>;

/** Which of the two keys another one takes the place of. */
export const RenewedKeys = z.enum(['both', 'signing-key', 'refresh-token']);
export type RenewedKeys = z.infer<typeof RenewedKeys>;

export const KeyRotation = z
  .object({
    id: Id,
    webshopId: Id,
    host: z.string(),
    environment: Environment,
    merchantId: Id,
    state: RotationState.describe('`dual`: both signing keys verify, the old token is in use'),
    old: KeyVersion,
    fresh: KeyVersion,
    renews: RenewedKeys.describe(
      'Of `signing-key` the call that proves it shows only that the token still works',
    ),
    begunAt: z.iso.datetime(),
    cutOverAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    drop: DropVerdict.nullable().describe('Null unless it has cut over and the old pair is kept'),
    steps: z.array(RotationStep).describe('What can be done now'),
  })
  .meta({ id: 'KeyRotation' });
export type KeyRotation = z.infer<typeof KeyRotation>;

export const KeyRotationPage = pageOf(KeyRotation).meta({ id: 'KeyRotationPage' });
export type KeyRotationPage = z.infer<typeof KeyRotationPage>;

/** Newest first. */
export const RotationQuery = PageQuery.extend({
  environment: Environment.optional().describe('Production when absent'),
  webshopId: Id.optional(),
});
export type RotationQuery = z.infer<typeof RotationQuery>;

export const rotationTrafficPath = `${rotationPath}/traffic`;

/** The bank's messages that each of the two signing keys verified, hour by hour. */
export const KeyTraffic = z
  .object({
    hours: z
      .array(
        z.object({
          at: z.iso.datetime().describe('When the hour begins'),
          old: z.int().min(0),
          fresh: z.int().min(0),
        }),
      )
      .describe('48 hours, oldest first, empty ones too; up to a minute behind'),
  })
  .meta({ id: 'KeyTraffic' });
export type KeyTraffic = z.infer<typeof KeyTraffic>;
