import { Environment, Id } from '@toonbank/primitives';
import * as z from 'zod';
import { Brand, BrandLane } from './brands';
import { MethodState } from './contracts';

/** What a webshop wants of a brand: that shoppers may use it, or may not. */
export const Wish = z.enum(['on', 'off']);
export type Wish = z.infer<typeof Wish>;

/** Wanted and not there, or there and not wanted. */
export const Drift = z
  .object({ kind: z.enum(['missing', 'unwanted']), since: z.iso.datetime() })
  .meta({ id: 'MethodDrift' });
export type Drift = z.infer<typeof Drift>;

export const WebshopMethod = z
  .object({
    brand: z.string().describe('As the bank writes it'),
    name: z.string(),
    lane: BrandLane,
    wish: Wish.nullable().describe('Null: nobody has said anything'),
    wishAt: z.iso.datetime().nullable(),
    wishBy: z.string().nullable().describe('E-mail address'),
    actual: z.string().nullable().describe("The bank's own word; null: it does not name the brand"),
    actualSince: z.iso.datetime().nullable().describe('When it was seen so first'),
    drift: Drift.nullable(),
    contract: z.object({ id: Id, state: MethodState }).nullable().describe("The merchant's"),
  })
  .meta({ id: 'WebshopMethod' });
export type WebshopMethod = z.infer<typeof WebshopMethod>;

/** Why the bank told nothing when it was asked last. */
export const CheckTrouble = z.enum(['keys-refused', 'refused', 'no-answer']);
export type CheckTrouble = z.infer<typeof CheckTrouble>;

export const WebshopMethods = z
  .object({
    webshopId: Id,
    merchantId: Id,
    environment: Environment,
    hasKeys: z.boolean().describe('Without proven keys the bank can not be asked'),
    askedAt: z.iso.datetime().nullable().describe('When the bank was asked last'),
    toldAt: z.iso.datetime().nullable().describe('When it told last'),
    nextAt: z.iso.datetime().nullable().describe('When the worker asks again'),
    trouble: CheckTrouble.nullable(),
    items: z.array(WebshopMethod),
  })
  .meta({ id: 'WebshopMethods' });
export type WebshopMethods = z.infer<typeof WebshopMethods>;

export const WebshopMethodsParams = z.strictObject({ webshopId: Id, environment: Environment });
export type WebshopMethodsParams = z.infer<typeof WebshopMethodsParams>;

export const WebshopMethodParams = WebshopMethodsParams.extend({ brand: Brand });
export type WebshopMethodParams = z.infer<typeof WebshopMethodParams>;

export const SetWish = z
  .strictObject({ wish: Wish.nullable().describe('Null takes the wish away') })
  .meta({ id: 'SetMethodWish' });
export type SetWish = z.infer<typeof SetWish>;
