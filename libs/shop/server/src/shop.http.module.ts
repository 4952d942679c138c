import { Module } from '@nestjs/common';
import { ShopModule } from './shop.module';
import { ShopsController } from './shops.controller';
import { WebshopsController } from './webshops.controller';

/** What the API serves of shops and webshops. */
@Module({ imports: [ShopModule], controllers: [ShopsController, WebshopsController] })
export class ShopHttpModule {}
