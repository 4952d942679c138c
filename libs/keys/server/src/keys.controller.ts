import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { BankKeys, KeyPlace, keysPath, KeyVersion, KeyVersions } from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns } from '@toonbank/platform/http';
import { Webshops } from '@toonbank/shop/server';
import { KeysService } from './keys.service';

@Controller(keysPath)
export class KeysController {
  constructor(
    private readonly keys: KeysService,
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
}
