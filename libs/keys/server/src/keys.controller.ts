import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  BankKeys,
  IssuedVirtualPair,
  KeyPlace,
  keysPath,
  KeyVersion,
  KeyVersionParams,
  KeyVersions,
  NameSigningMoment,
  RevealedKey,
  RevealKey,
  TypedExpiry as Typed,
} from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { Webshops } from '@toonbank/shop/server';
import { TypedExpiry } from './expiry/typed-expiry';
import { KeysService } from './keys.service';
import { KeyReveals } from './reveal/key-reveals';
import { VirtualPairs } from './virtual-pairs';

/** The keys of one webshop environment. */
@Controller(keysPath)
export class KeysController {
  constructor(
    private readonly keys: KeysService,
    private readonly virtualPairs: VirtualPairs,
    private readonly reveals: KeyReveals,
    private readonly expiry: TypedExpiry,
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

  /** Shows one of the bank's keys in the clear. Written down before it is shown. */
  @Post(':keyVersionId/reveal')
  @Needs('keys:reveal')
  @FreshLogin()
  @Returns(RevealedKey)
  async reveal(
    @InScope() scope: Scope,
    @Param({ schema: KeyVersionParams }) { keyVersionId, ...place }: KeyVersionParams,
    @Body({ schema: RevealKey }) asked: RevealKey,
  ): Promise<RevealedKey> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.reveals.reveal(webshop, keyVersionId, asked);
  }

  /** Says when a key expires, where its token does not. */
  @Put(':keyVersionId/expiry')
  @Needs('keys:write')
  @Returns(KeyVersion)
  async typeExpiry(
    @InScope() scope: Scope,
    @Param({ schema: KeyVersionParams }) { keyVersionId, ...place }: KeyVersionParams,
    @Body({ schema: Typed }) typed: Typed,
  ): Promise<KeyVersion> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.expiry.type(webshop, keyVersionId, typed);
  }

  @Post('virtual')
  @Needs('keys:write')
  @FreshLogin()
  @Returns(IssuedVirtualPair, 201)
  async issueVirtual(
    @InScope() scope: Scope,
    @Param({ schema: KeyPlace }) place: KeyPlace,
  ): Promise<IssuedVirtualPair> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.virtualPairs.issue(webshop);
  }

  /** From when on returns are signed with this pair. Can be moved and taken back. */
  @Put('virtual/:keyVersionId/moment')
  @Needs('keys:write')
  @FreshLogin()
  @Returns(KeyVersion)
  async nameMoment(
    @InScope() scope: Scope,
    @Param({ schema: KeyVersionParams }) { keyVersionId, ...place }: KeyVersionParams,
    @Body({ schema: NameSigningMoment }) named: NameSigningMoment,
  ): Promise<KeyVersion> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.virtualPairs.name(webshop, keyVersionId, named);
  }

  @Delete('virtual/:keyVersionId')
  @Needs('keys:write')
  @FreshLogin()
  @ReturnsNothing()
  async revokeVirtual(
    @InScope() scope: Scope,
    @Param({ schema: KeyVersionParams }) { keyVersionId, ...place }: KeyVersionParams,
  ): Promise<void> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.virtualPairs.revoke(webshop, keyVersionId);
  }
}
