import { Id, Text } from '@toonbank/primitives';
import * as z from 'zod';
import { Brand } from './brands';

/**
 * How far a method is between a merchant and the bank. CONTRACT_* are Billink's own contract (S50).
 * Only what the bank's call shows makes it ACTIVE; everything before is what a person said.
 */
export const MethodState = z.enum([
  'REQUESTED',
  'SIGNED',
  'ACTIVATING',
  'CONTRACT_SENT',
  'CONTRACT_SIGNED',
  'CONTRACT_ACCEPTED',
  'ACTIVE',
  'REFUSED',
  'WITHDRAWN',
]);
export type MethodState = z.infer<typeof MethodState>;

/** What a person can say that happened at the bank, or at Billink. */
export const MethodStep = z.enum([
  'signed',
  'confirmed',
  'contract-sent',
  'contract-signed',
  'contract-accepted',
  'refused',
  'withdrawn',
]);
export type MethodStep = z.infer<typeof MethodStep>;

/** Whose turn it is; null when nobody needs to do anything. */
export const MethodTurn = z.enum(['merchant', 'bank', 'billink']);
export type MethodTurn = z.infer<typeof MethodTurn>;

export const MethodStepTaken = z
  .object({
    step: z.enum(['requested', ...MethodStep.options, 'seen']),
    on: z.iso.date().describe('The day on which it happened, as was said'),
    at: z.iso.datetime().describe('When it was written down'),
    by: z.string().nullable().describe('E-mail address; null for our own processes'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'MethodStepTaken' });
export type MethodStepTaken = z.infer<typeof MethodStepTaken>;

export const MethodContract = z
  .object({
    id: Id,
    merchantId: Id,
    brand: Brand,
    name: z.string(),
    state: MethodState,
    next: z.array(MethodStep).describe('What can be said of it now'),
    turn: MethodTurn.nullable(),
    dueOn: z.iso.date().nullable().describe('The last day of the clock that runs'),
    overdue: z.boolean(),
    remindedAt: z.iso.datetime().nullable().describe('When the clock that runs was reminded of'),
    requestedAt: z.iso.datetime(),
    activeAt: z.iso.datetime().nullable(),
    proofWebshopId: Id.nullable().describe('At which webshop the bank showed it active first'),
  })
  .meta({ id: 'MethodContract' });
export type MethodContract = z.infer<typeof MethodContract>;

export const MethodContractDetail = MethodContract.extend({
  steps: z.array(MethodStepTaken).describe('Oldest first'),
}).meta({ id: 'MethodContractDetail' });
export type MethodContractDetail = z.infer<typeof MethodContractDetail>;

export const MethodContracts = z
  .object({ items: z.array(MethodContract).describe('In order of brand, newest request first') })
  .meta({ id: 'MethodContracts' });
export type MethodContracts = z.infer<typeof MethodContracts>;

export const ContractParams = z.strictObject({ contractId: Id });
export type ContractParams = z.infer<typeof ContractParams>;

export const RequestMethod = z.strictObject({ brand: Brand }).meta({ id: 'RequestMethod' });
export type RequestMethod = z.infer<typeof RequestMethod>;

export const TakeMethodStep = z
  .strictObject({
    step: MethodStep,
    on: z.iso.date().optional().describe('Today if left out; never later than today'),
    reason: Text.min(3).max(200).optional().describe('Of a refusal: what the bank wrote'),
  })
  .meta({ id: 'TakeMethodStep' });
export type TakeMethodStep = z.infer<typeof TakeMethodStep>;
