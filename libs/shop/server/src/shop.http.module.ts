import { Module } from '@nestjs/common';
import { EndingsController } from './endings.controller';
import { EnvironmentsController } from './environments.controller';
import { ShopModule } from './shop.module';
import { ShopsController } from './shops.controller';
import { WebshopsController } from './webshops.controller';

/** What the API serves of shops and webshops. */
@Module({
  imports: [ShopModule],
  controllers: [ShopsController, WebshopsController, EndingsController, EnvironmentsController],
})
export class ShopHttpModule {}
