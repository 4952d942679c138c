import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  BankKeys,
  IssuedVirtualPair,
  KeyPlace,
  keysPath,
  KeyVersion,
  KeyVersionParams,
  KeyVersions,
} from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { Webshops } from '@toonbank/shop/server';
import { KeysService } from './keys.service';
import { VirtualPairs } from './virtual-pairs';

/** The keys of one webshop environment. */
@Controller(keysPath)
export class KeysController {
  constructor(
    private readonly keys: KeysService,
    private readonly virtualPairs: VirtualPairs,
    private readonly webshops: Webshops,
  ) {}

  @Get()
  @Needs('webshops:read')
  @Returns(KeyVersions)
  async list(
    @InScope() scope: Scope,
    @Param({ schema: KeyPlace }) place: KeyPlace,
  ): Promise<KeyVersions> {
    return this.keys.list(await this.webshops.place(scope, place.webshopId, place.environment));
  }

  @Put('bank')
  @Needs('keys:write')
  @FreshLogin()
  @Returns(KeyVersion)
  async enter(
    @InScope() scope: Scope,
    @Param({ schema: KeyPlace }) place: KeyPlace,
    @Body({ schema: BankKeys }) pasted: BankKeys,
  ): Promise<KeyVersion> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.keys.enter(webshop, pasted);
  }

  @Post('virtual')
  @Needs('keys:write')
  @Returns(IssuedVirtualPair, 201)
  async issueVirtual(
    @InScope() scope: Scope,
    @Param({ schema: KeyPlace }) place: KeyPlace,
  ): Promise<IssuedVirtualPair> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.virtualPairs.issue(webshop);
  }

  @Delete('virtual/:keyVersionId')
  @Needs('keys:write')
  @ReturnsNothing()
  async revokeVirtual(
    @InScope() scope: Scope,
    @Param({ schema: KeyVersionParams }) { keyVersionId, ...place }: KeyVersionParams,
  ): Promise<void> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.virtualPairs.revoke(webshop, keyVersionId);
  }
}
