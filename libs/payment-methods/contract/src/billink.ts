import { Id, Name, Text } from '@toonbank/primitives';
import * as z from 'zod';

export const billinkPath = 'v1/merchants/:merchantId/billink';
export const billinkExclusionsPath = 'v1/billink-exclusions';

/** What Billink gets to know of a merchant, and on whose word (S47, S49). */
export const FillBillink = z
  .strictObject({
    inNetherlands: z.boolean().describe('The company is in the Netherlands'),
    dutchConsumers: z.boolean().describe('It sells to consumers in the Netherlands'),
    noExcludedGoods: z.boolean().describe('It sells nothing of the excluded product groups'),
    goods: Text.trim().min(3).max(200).describe('What it sells, in a few words'),
    vatNumber: Text.trim().max(20).describe('NL, nine digits, B, two digits'),
    serviceEmail: z.email().max(254).nullable(),
    servicePhone: Text.trim()
      .regex(/^\+?[0-9 ()-]{6,31}$/, 'must be a phone number')
      .nullable(),
    serviceUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    consent: z.boolean().describe('These details may be shared with Billink'),
  })
  .meta({ id: 'FillBillink' });
export type FillBillink = z.infer<typeof FillBillink>;

export const BillinkForm = FillBillink.extend({
  filledAt: z.iso.datetime(),
  filledBy: z.string().nullable().describe('Who said it, and gave consent; an e-mail address'),
}).meta({ id: 'BillinkForm' });
export type BillinkForm = z.infer<typeof BillinkForm>;

export const Billink = z
  .object({ merchantId: Id, form: BillinkForm.nullable().describe('Null until it is filled in') })
  .meta({ id: 'Billink' });
export type Billink = z.infer<typeof Billink>;

const Day = z.iso.date().refine((day) => day >= '2000', 'must be in 2000 or later');
const lastDay = Day.nullable().describe('The last day on which it is so; null: as far as is known');

/** A product group that Billink does not take, as somebody was told. */
export const BillinkExclusion = z
  .object({
    ...{ id: Id, name: z.string(), asOf: z.iso.date() },
    ...{ until: z.iso.date().nullable(), source: z.string() },
  })
  .meta({ id: 'BillinkExclusion' });
export type BillinkExclusion = z.infer<typeof BillinkExclusion>;

export const BillinkExclusions = z
  .object({
    isPublic: z.literal(false).describe('Billink does not publish the list: ask the bank for it'),
    items: z.array(BillinkExclusion).describe('The newest first'),
  })
  .meta({ id: 'BillinkExclusions' });
export type BillinkExclusions = z.infer<typeof BillinkExclusions>;

export const AddBillinkExclusion = z
  .strictObject({
    name: Name,
    asOf: Day.describe('The first day of which it is known'),
    until: lastDay.default(null),
    source: Text.trim().min(3).max(500).describe('Who says so: a link, a letter, a mail'),
  })
  .meta({ id: 'AddBillinkExclusion' });
export type AddBillinkExclusion = z.infer<typeof AddBillinkExclusion>;

export const EndBillinkExclusion = z
  .strictObject({ until: lastDay })
  .meta({ id: 'EndBillinkExclusion' });
export type EndBillinkExclusion = z.infer<typeof EndBillinkExclusion>;

export const ExclusionParams = z.strictObject({ exclusionId: Id });
export type ExclusionParams = z.infer<typeof ExclusionParams>;
