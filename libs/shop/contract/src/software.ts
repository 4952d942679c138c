import { Name } from '@toonbank/primitives';
import * as z from 'zod';

/**
 * The shop software for which the bank names a plug-in by iDEAL Checkout (its support page, read in
 * November 2026: the text says 20, the list names these 18). Data, not a rule: other names are taken.
 */
export const plugIns = [
  'CS-Cart',
  'Drupal',
  'FreeWebshop',
  'Joomla + HikaShop',
  'Joomla + VirtueMart',
  'Magento',
  'K2Store',
  'LiteCart',
  'OpenCart',
  'osCommerce',
  'PrestaShop',
  'TomatoCart',
  'WordPress + Jigoshop',
  'WordPress + WP eShop',
  'WordPress + MarketPress',
  'WordPress + WooCommerce',
  'WordPress + WPSC',
  'Zen Cart',
] as const;

/** On what the webshop runs. */
export const Software = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('plug-in'), name: z.enum(plugIns) }),
    z.strictObject({ kind: z.literal('own-build') }),
    z.strictObject({ kind: z.literal('other'), name: Name }),
  ])
  .meta({ id: 'Software' });
export type Software = z.infer<typeof Software>;
