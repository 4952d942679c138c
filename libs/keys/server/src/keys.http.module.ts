import { Module } from '@nestjs/common';
import { KeyListController } from './key-list.controller';
import { KeysController } from './keys.controller';
import { KeysModule } from './keys.module';
import { RotationsController } from './rotation/rotations.controller';

/** What the API serves of the keys. */
@Module({
  imports: [KeysModule],
  controllers: [KeysController, KeyListController, RotationsController],
})
export class KeysHttpModule {}
