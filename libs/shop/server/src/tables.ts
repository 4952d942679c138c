import { accessTables } from '@toonbank/access/server';
import { merchantTables } from '@toonbank/merchant/server';
import type { RoomTables } from '@toonbank/platform/db';
import { outboxTables } from '@toonbank/platform/outbox';
import { Shops1764000000500 } from './migrations/1764000000500-shops';
import { Webshops1764000000510 } from './migrations/1764000000510-webshops';
import { WebshopFacts1764000000520 } from './migrations/1764000000520-webshop-facts';
import { WebshopEndings1764000000530 } from './migrations/1764000000530-webshop-endings';
import { EndingsAtBank1764000001070 } from './migrations/1764000001070-endings-at-bank';
import { BankWordBefore1764000001150 } from './migrations/1764000001150-bank-word-before';
import { PointOfSaleEntity } from './point-of-sale.entity';
import { ShopEntity } from './shop.entity';
import { WebshopEnvironmentEntity } from './webshop-environment.entity';
import { UrlPeriodEntity } from './url-period.entity';
import { WebshopEntity } from './webshop.entity';

export const shopTables: RoomTables = {
  name: 'shop',
  needs: [accessTables, merchantTables, outboxTables],
  entities: [
    ShopEntity,
    PointOfSaleEntity,
    WebshopEntity,
    WebshopEnvironmentEntity,
    UrlPeriodEntity,
  ],
  migrations: [
    Shops1764000000500,
    Webshops1764000000510,
    WebshopFacts1764000000520,
    WebshopEndings1764000000530,
    EndingsAtBank1764000001070,
    BankWordBefore1764000001150,
  ],
};
