import { Controller, Get } from '@nestjs/common';
import { Agency, agencyPath } from '@toonbank/agency/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { Agencies } from './agencies';

/** The agency that the caller acts for; there is no list of agencies. */
@Controller(agencyPath)
export class AgencyController {
  constructor(private readonly agencies: Agencies) {}

  @Get()
  @Needs('agency:read')
  @Returns(Agency)
  own(@InScope() scope: Scope): Promise<Agency> {
    return this.agencies.own(scope);
  }
}
