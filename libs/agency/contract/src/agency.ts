import { Id, Language, Name } from '@toonbank/primitives';
import * as z from 'zod';

export const agencyPath = 'v1/agency';
export const agencyLogoPath = 'v1/agency/logo';

export const HouseColour = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #11513c')
  .describe('Six hexadecimal digits behind a #');
export type HouseColour = z.infer<typeof HouseColour>;

/** How the agency's colour is used: text that stands on it is black or white, whichever reads better. */
export const HouseStyle = z
  .object({
    colour: z.string(),
    text: z.enum(['black', 'white']).describe('The colour of text on it'),
    contrast: z.number().describe('Of that text, as WCAG counts it; 4.5 is what reading needs'),
  })
  .meta({ id: 'HouseStyle' });
export type HouseStyle = z.infer<typeof HouseStyle>;

/** The tenant: a web agency. Its merchants see it in its own colours. */
export const Agency = z
  .object({
    id: Id,
    name: z.string(),
    language: Language.describe(
      'Of people who chose none and whose browser asks for none of these',
    ),
    house: HouseStyle.nullable().describe('Null: no colour was chosen'),
    logoUrl: z.string().nullable().describe('A PNG. Another logo has another address'),
    webhookUrl: z
      .url()
      .nullable()
      .describe("Enter this address in the bank's dashboard. Null for who is no agency staff"),
  })
  .meta({ id: 'Agency' });
export type Agency = z.infer<typeof Agency>;

/** Changes what is given and leaves the rest. */
export const ChangeAgency = z
  .strictObject({
    name: Name.optional(),
    language: Language.optional(),
    colour: HouseColour.nullable().optional().describe('Null: none'),
  })
  .meta({ id: 'ChangeAgency' });
export type ChangeAgency = z.infer<typeof ChangeAgency>;

/** The largest logo that is taken: 200 KB. */
export const maxLogoBytes = 200 * 1024;

export const SetLogo = z
  .strictObject({
    png: z
      .base64()
      .min(1)
      .max(Math.ceil(maxLogoBytes / 3) * 4, 'must be a file of at most 200 KB')
      .describe('A PNG file of at most 200 KB, in base64'),
  })
  .meta({ id: 'SetLogo' });
export type SetLogo = z.infer<typeof SetLogo>;

export const LogoQuery = z.strictObject({
  v: z.coerce.number().int().min(1).max(2_000_000_000).optional().describe('Which logo it is'),
});
export type LogoQuery = z.infer<typeof LogoQuery>;
