import type { Merchant } from '@toonbank/merchant/contract';
import type { MerchantEntity } from './merchant.entity';

export function toWire({ id, name, kvkNumber, createdAt }: MerchantEntity): Merchant {
  return { id, name, kvkNumber, createdAt: createdAt.toISOString() };
}
