import type { ExportFormat, ExportKind, ExportNumbers } from '@toonbank/exports/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Column } from 'typeorm';

/** What is exported: of one that was asked for, and of one that comes by calendar. */
export abstract class ChoiceColumns {
  @Column('text') environment!: Environment;
  @Column('text') kind!: ExportKind;
  @Column('text') format!: ExportFormat;
  @Column('text') numbers!: ExportNumbers;
  /** Whose portal it was made in: null is the agency's own, which no merchant sees. */
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: Id | null;
  /** About whom it is; null: everybody. */
  @Column('uuid', { name: 'of_merchant_id', nullable: true }) ofMerchantId!: Id | null;
  @Column('uuid', { name: 'shop_id', nullable: true }) shopId!: Id | null;
  @Column('uuid', { name: 'webshop_id', nullable: true }) webshopId!: Id | null;
}

export type Choice = Readonly<
  Pick<
    ChoiceColumns,
    'environment' | 'kind' | 'format' | 'numbers' | 'ofMerchantId' | 'shopId' | 'webshopId'
  >
>;
