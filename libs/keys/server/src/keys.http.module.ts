import { Module } from '@nestjs/common';
import { BatchesController } from './batches/batches.controller';
import { KeyListController } from './key-list.controller';
import { KeysController } from './keys.controller';
import { KeysModule } from './keys.module';
import { OldPairsController } from './retire/old-pairs.controller';
import { KeySettingsController } from './settings/key-settings.controller';
import { RotationsController } from './rotation/rotations.controller';

/** What the API serves of the keys. */
@Module({
  imports: [KeysModule],
  controllers: [
    KeysController,
    KeyListController,
    RotationsController,
    BatchesController,
    KeySettingsController,
    OldPairsController,
  ],
})
export class KeysHttpModule {}
