import { Injectable } from '@nestjs/common';
import { Agencies } from '@toonbank/agency/server';
import { Merchants } from '@toonbank/merchant/server';
import type { Scope } from '@toonbank/platform/db';
import type { ExportEntity } from '../export.entity';

/** On whose behalf an export goes out. */
@Injectable()
export class ExportSenders {
  constructor(
    private readonly agencies: Agencies,
    private readonly merchants: Merchants,
  ) {}

  /** Opens `Work` of its own: call it before. */
  async nameFor(scope: Scope, { merchantId }: ExportEntity): Promise<string> {
    const sender = merchantId ? this.merchants.get(scope, merchantId) : this.agencies.own(scope);
    return (await sender).name;
  }
}
