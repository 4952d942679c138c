import type { Shop } from '@toonbank/shop/contract';
import type { ShopEntity } from './shop.entity';

export function shopToWire({ id, merchantId, name, createdAt }: ShopEntity): Shop {
  return { id, merchantId, name, createdAt: createdAt.toISOString() };
}
