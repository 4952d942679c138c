import { Body, Controller, Param, Post } from '@nestjs/common';
import { keysPath, KeyVersion, KeyVersionParams, RetireKeys } from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns } from '@toonbank/platform/http';
import { Webshops } from '@toonbank/shop/server';
import { OldPairs } from './old-pairs';

/** Pairs of the bank that were replaced. */
@Controller(keysPath)
export class OldPairsController {
  constructor(
    private readonly pairs: OldPairs,
    private readonly webshops: Webshops,
  ) {}

  /** Destroys it. Safe to repeat; one that a renewal is about is left to that renewal. */
  @Post(':keyVersionId/retire')
  @Needs('keys:write')
  @FreshLogin()
  @Returns(KeyVersion)
  async retire(
    @InScope() scope: Scope,
    @Param({ schema: KeyVersionParams }) { keyVersionId, ...place }: KeyVersionParams,
    @Body({ schema: RetireKeys }) asked: RetireKeys,
  ): Promise<KeyVersion> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.pairs.retire(webshop, keyVersionId, asked);
  }
}
