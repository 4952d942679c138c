import { Module } from '@nestjs/common';
import { RefundsController } from './refunds.controller';
import { RefundsModule } from './refunds.module';

/** What the API serves of refunds. */
@Module({ imports: [RefundsModule], controllers: [RefundsController] })
export class RefundsHttpModule {}
