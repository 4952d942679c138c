import { Environment, Id, pageOf, PageQuery } from '@toonbank/primitives';
import * as z from 'zod';
import { KeyExpiryChoice } from './keys';

export const rotationBatchesPath = 'v1/key-rotation-batches';
export const rotationBatchPath = `${rotationBatchesPath}/:batchId`;
export const rotationBatchKeysPath = `${rotationBatchPath}/keys`;
export const rotationBatchStepsPath = `${rotationBatchPath}/steps`;

export const RotationBatchParams = z.strictObject({ batchId: Id });
export type RotationBatchParams = z.infer<typeof RotationBatchParams>;

export const mostInBatch = 200;
/** So many pairs at once stay well below what a request may hold. */
export const mostPairsAtOnce = 50;

export const BatchState = z.enum(['planned', 'running', 'stopped', 'ended']);
export type BatchState = z.infer<typeof BatchState>;

export const BatchStep = z.enum(['start', 'stop', 'retire', 'end']);
export type BatchStep = z.infer<typeof BatchStep>;

export const BatchItemState = z.enum([
  ...(['barred', 'waiting', 'ready', 'failed', 'cut-over', 'retired'] as const),
]);
export type BatchItemState = z.infer<typeof BatchItemState>;

/** Which webshops: those that are named, or all whose keys expire at some time. */
export const PlanRotationBatch = z
  .strictObject({
    environment: Environment,
    webshopIds: z.array(Id).min(1).max(mostInBatch).optional(),
    expires: KeyExpiryChoice.optional(),
    merchantId: Id.optional().describe('With `expires`: of this merchant only'),
  })
  .refine(({ webshopIds, expires }) => (webshopIds === undefined) !== (expires === undefined), {
    message: 'Name webshops, or say when their keys expire; not both.',
    path: ['webshopIds'],
  })
  .meta({ id: 'PlanRotationBatch' });
export type PlanRotationBatch = z.infer<typeof PlanRotationBatch>;

export const RotationBatchItem = z
  .object({
    webshopId: Id,
    host: z.string(),
    merchantId: Id,
    merchantName: z.string(),
    state: BatchItemState.describe(
      '`barred` can not be renewed, `waiting` for new keys, `ready` to be proven and taken into use',
    ),
    trouble: z.string().nullable().describe('The code of the problem that stands in the way'),
    retryAt: z.iso.datetime().nullable().describe('When it is tried again by itself'),
    rotationId: Id.nullable(),
    version: z.int().nullable().describe('Of the pair in use when it was planned'),
    expiresAt: z.iso.datetime().nullable().describe('Of that pair; null: unknown'),
    cutOverAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'RotationBatchItem' });
export type RotationBatchItem = z.infer<typeof RotationBatchItem>;

const facts = {
  id: Id,
  environment: Environment,
  state: BatchState,
  retires: z.boolean().describe('Old pairs are destroyed as soon as that is safe'),
  plannedAt: z.iso.datetime(),
  plannedBy: z.string().nullable().describe('E-mail address'),
  startedAt: z.iso.datetime().nullable().describe('The last time'),
  endedAt: z.iso.datetime().nullable(),
  counts: z.record(BatchItemState, z.int().min(0)).describe('Webshops by state'),
  steps: z.array(BatchStep).describe('What can be done now'),
};

export const RotationBatchSummary = z.object(facts).meta({ id: 'RotationBatchSummary' });
export type RotationBatchSummary = z.infer<typeof RotationBatchSummary>;

/** The renewal of the keys of many webshops, planned and then done one after the other. */
export const RotationBatch = z
  .object({ ...facts, items: z.array(RotationBatchItem) })
  .meta({ id: 'RotationBatch' });
export type RotationBatch = z.infer<typeof RotationBatch>;

export const RotationBatchPage = pageOf(RotationBatchSummary).meta({ id: 'RotationBatchPage' });
export type RotationBatchPage = z.infer<typeof RotationBatchPage>;

/** Newest first. */
export const RotationBatchQuery = PageQuery.extend({
  environment: Environment.optional().describe('Production when absent'),
});
export type RotationBatchQuery = z.infer<typeof RotationBatchQuery>;

/** New pairs of the bank, or of each the one that is new. */
export const EnterBatchKeys = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          webshopId: Id,
          signingKey: z.string().max(500).optional(),
          refreshToken: z.string().max(8_000).optional(),
        }),
      )
      .min(1)
      .max(mostPairsAtOnce),
  })
  .meta({ id: 'EnterBatchKeys' });
export type EnterBatchKeys = z.infer<typeof EnterBatchKeys>;

/** Why the keys of one webshop were not taken; nothing of them was stored. */
export const BatchFault = z
  .object({
    webshopId: Id,
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    path: z.string().nullable().describe('The field it belongs to'),
    inUseAt: z
      .string()
      .nullable()
      .describe('The webshop whose key it is, where that is the reason'),
  })
  .meta({ id: 'BatchFault' });
export type BatchFault = z.infer<typeof BatchFault>;

export const EnteredBatchKeys = z
  .object({ batch: RotationBatch, faults: z.array(BatchFault) })
  .meta({ id: 'EnteredBatchKeys' });
export type EnteredBatchKeys = z.infer<typeof EnteredBatchKeys>;

export const TakeBatchStep = z
  .strictObject({
    step: BatchStep.describe(
      '`start` also goes on after a stop; `retire` has old pairs destroyed once that is safe',
    ),
  })
  .meta({ id: 'TakeBatchStep' });
export type TakeBatchStep = z.infer<typeof TakeBatchStep>;
