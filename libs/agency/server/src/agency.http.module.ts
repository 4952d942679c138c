import { Module } from '@nestjs/common';
import { AgencyController } from './agency.controller';
import { AgencyModule } from './agency.module';

/** What the API serves of the agency. */
@Module({ imports: [AgencyModule], controllers: [AgencyController] })
export class AgencyHttpModule {}
