import { Body, Controller, Delete, Get, Patch, Put, Query, Res } from '@nestjs/common';
import {
  Agency,
  agencyLogoPath,
  agencyPath,
  ChangeAgency,
  LogoQuery,
  SetLogo,
} from '@toonbank/agency/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns, ReturnsNothing, ReturnsPng } from '@toonbank/platform/http';
import type { FastifyReply } from 'fastify';
import { Agencies } from './agencies';
import { AgencySettings } from './agency-settings';
import { sendLogo } from './send-logo';

/** The agency that the caller acts for; there is no list of agencies. */
@Controller()
export class AgencyController {
  constructor(
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
  ) {}

  @Get(agencyPath)
  @Needs('agency:read')
  @Returns(Agency)
  own(@InScope() scope: Scope): Promise<Agency> {
    return this.agencies.own(scope);
  }

  @Patch(agencyPath)
  @Needs('settings:write')
  @Returns(Agency)
  change(
    @InScope() scope: Scope,
    @Body({ schema: ChangeAgency }) change: ChangeAgency,
  ): Promise<Agency> {
    return this.settings.change(scope, change);
  }

  @Get(agencyLogoPath)
  @Needs('agency:read')
  @ReturnsPng()
  async logo(
    @InScope() scope: Scope,
    @Query({ schema: LogoQuery }) { v }: LogoQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendLogo(reply, await this.settings.logo(scope), v);
  }

  @Put(agencyLogoPath)
  @Needs('settings:write')
  @Returns(Agency)
  setLogo(@InScope() scope: Scope, @Body({ schema: SetLogo }) logo: SetLogo): Promise<Agency> {
    return this.settings.setLogo(scope, logo);
  }

  @Delete(agencyLogoPath)
  @Needs('settings:write')
  @ReturnsNothing()
  removeLogo(@InScope() scope: Scope): Promise<void> {
    return this.settings.removeLogo(scope);
  }
}
