import { Global, Module } from '@nestjs/common';
import { Agencies } from './agencies';
import { AgenciesRepository } from './agencies.repository';

/** The tenants, for every room above. */
@Global()
@Module({ providers: [Agencies, AgenciesRepository], exports: [Agencies] })
export class AgencyModule {}
