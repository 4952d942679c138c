import { Injectable } from '@nestjs/common';
import { PlaceNames } from '@toonbank/access/server';
import { Agencies } from '@toonbank/agency/server';
import type { Scope } from '@toonbank/platform/db';
import { Merchants } from './merchants';

/** The names of agencies and merchants, for who chooses between them. */
@Injectable()
export class KeptNames extends PlaceNames {
  constructor(
    private readonly agencies: Agencies,
    private readonly merchants: Merchants,
  ) {
    super();
  }

  override async nameOf(scope: Scope): Promise<string> {
    const { name } = scope.merchantId
      ? await this.merchants.get(scope, scope.merchantId)
      : await this.agencies.own(scope);
    return name;
  }
}
