import { Global, Module } from '@nestjs/common';
import { Agencies } from './agencies';
import { AgencySettings } from './agency-settings';
import { AgenciesRepository } from './agencies.repository';

/** The tenants, for every room above. */
@Global()
@Module({
  providers: [Agencies, AgenciesRepository, AgencySettings],
  exports: [Agencies, AgencySettings],
})
export class AgencyModule {}
