import type { Webshop, WebshopDetail, WebshopEnvironment } from '@toonbank/shop/contract';
import type { WebshopEnvironmentEntity } from './webshop-environment.entity';
import type { WebshopEntity } from './webshop.entity';

export function webshopToWire(row: WebshopEntity): Webshop {
  const { id, merchantId, pointOfSaleId, url, createdAt } = row;
  return { id, merchantId, pointOfSaleId, url, createdAt: createdAt.toISOString() };
}

export function environmentToWire(row: WebshopEnvironmentEntity): WebshopEnvironment {
  return { environment: row.environment, poiId: row.poiId };
}

export function detailToWire(
  row: WebshopEntity,
  environments: readonly WebshopEnvironmentEntity[],
): WebshopDetail {
  return { ...webshopToWire(row), environments: environments.map(environmentToWire) };
}
