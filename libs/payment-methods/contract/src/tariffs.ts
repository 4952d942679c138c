import { Cents, Id, Text } from '@toonbank/primitives';
import * as z from 'zod';
import { Brand } from './brands';

export const methodTariffsPath = 'v1/merchants/:merchantId/method-tariffs';

/** S44: the cost of a card is made up of these; `whole` where the bank names one price. */
export const TariffPart = z.enum(['whole', 'interchange', 'scheme', 'service']);
export type TariffPart = z.infer<typeof TariffPart>;

/** A line of what a transaction costs: an amount, a percentage, or both. */
export const TariffLine = z
  .strictObject({
    brand: Brand,
    part: TariffPart,
    fixed: Cents.min(0).describe('Whole cents per transaction'),
    basisPoints: z.int().min(0).max(10_000).describe('Hundredths of a percent of the amount'),
    validFrom: z.iso.date(),
    source: Text.trim().min(3).max(200).describe('From where it is known: a contract, a letter'),
  })
  .meta({ id: 'TariffLine' });
export type TariffLine = z.infer<typeof TariffLine>;

export const SetTariffs = z
  .strictObject({
    lines: z.array(TariffLine).max(100),
    version: z.string().max(100).describe('Of the tariffs that these take the place of'),
  })
  .meta({ id: 'SetTariffs' });
export type SetTariffs = z.infer<typeof SetTariffs>;

/** Of many orders: may be above what one order may be. */
const Sum = z.object({ currency: z.literal('EUR'), amount: z.int() });

/** What the last 30 days would have cost, by today's lines. An estimate: the bank's bill decides. */
export const TariffEstimate = z
  .object({
    brand: z.string(),
    name: z.string(),
    orders: z.int().min(0).describe('Paid in production in the last 30 days'),
    turnover: Sum,
    cost: Sum.nullable().describe('Null: no line says what this brand costs'),
  })
  .meta({ id: 'TariffEstimate' });
export type TariffEstimate = z.infer<typeof TariffEstimate>;

export const MethodTariffs = z
  .object({
    merchantId: Id,
    lines: z.array(TariffLine),
    version: z
      .string()
      .describe('Another one when the lines are; asked back when they are changed'),
    estimates: z.array(TariffEstimate),
  })
  .meta({ id: 'MethodTariffs' });
export type MethodTariffs = z.infer<typeof MethodTariffs>;
