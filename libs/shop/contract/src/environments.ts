import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';

export const WebshopPlaceParams = z.strictObject({ webshopId: Id, environment: Environment });
export type WebshopPlaceParams = z.infer<typeof WebshopPlaceParams>;

/** The bank's id of a webshop in one environment; a number that is kept as text. */
export const PoiId = z
  .string()
  .regex(/^[1-9]\d{0,18}$/, 'must be a number of at most 19 digits, as text')
  .describe('Point of interaction');
export type PoiId = z.infer<typeof PoiId>;

/** What only a person can do at the bank: add the webshop to the basket, then sign (S10). */
export const BankStep = z.enum(['added', 'signed']);
export type BankStep = z.infer<typeof BankStep>;

/** That a person said a step at the bank is done. Toonbank can't see it. */
export const DoneStep = z
  .object({
    at: z.iso.datetime(),
    by: z
      .string()
      .nullable()
      .describe('E-mail address; null for our own processes, and to API keys'),
  })
  .meta({ id: 'DoneStep' });
export type DoneStep = z.infer<typeof DoneStep>;

/** A webshop in one environment: here are its own poiId, keys and orders. */
export const WebshopEnvironment = z
  .object({
    environment: Environment,
    poiId: PoiId.nullable().describe('Null until entered'),
    keysProvenAt: z.iso.datetime().nullable().describe('Null until keys of the bank are in use'),
    added: DoneStep.nullable().describe('Added at the bank, as a person said'),
    signed: DoneStep.nullable().describe('Signed at the bank, as a person said'),
  })
  .meta({ id: 'WebshopEnvironment' });
export type WebshopEnvironment = z.infer<typeof WebshopEnvironment>;

export const ChangeEnvironment = z
  .strictObject({ poiId: PoiId.nullable().describe('Null takes it away') })
  .meta({ id: 'ChangeEnvironment' });
export type ChangeEnvironment = z.infer<typeof ChangeEnvironment>;

export const BankStepParams = WebshopPlaceParams.extend({ step: BankStep });
export type BankStepParams = z.infer<typeof BankStepParams>;

export const SetBankStep = z
  .strictObject({ done: z.boolean().describe('False takes it back') })
  .meta({ id: 'SetBankStep' });
export type SetBankStep = z.infer<typeof SetBankStep>;
