import { Global, Module } from '@nestjs/common';
import { TokenSource } from '@toonbank/bank-client/server';
import { Turnovers } from '@toonbank/merchant/server';
import type { Tx, WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { VirtualKeyIssuer } from '@toonbank/shop/server';
import { type BrandSince, type BrandSum, PaidByBrand, type PaidOrder } from './paid-by-brand';

/** The keys of the bank, by webshop and environment: stands in for the room that keeps them. */
export class HeldTokens extends TokenSource {
  readonly tokens = new Map<string, string>();

  override async refreshToken({ place }: WebshopScope) {
    const token = this.tokens.get(`${place.webshopId} ${place.environment}`);
    return token === undefined ? undefined : { version: 1, token };
  }
}

const issuer: VirtualKeyIssuer = {
  prepare: async () => async () => ({ signingKey: 'virtual', refreshToken: 'virtual' }),
};

/** Orders that were paid, as the room above would tell: the tests say them. */
export class HeldOrders extends PaidByBrand {
  readonly orders: (PaidOrder & { merchantId: Id; brand: string; cents: number })[] = [];

  override async newest(_tx: Tx, merchantId: Id, { brand, since }: BrandSince) {
    const fits = this.orders.filter(
      (o) => o.merchantId === merchantId && o.brand === brand && o.paidAt >= since,
    );
    return fits.at(-1);
  }

  override async sums(_tx: Tx, merchantId: Id, since: Date): Promise<BrandSum[]> {
    const fits = this.orders.filter((o) => o.merchantId === merchantId && o.paidAt >= since);
    return [...Map.groupBy(fits, ({ brand }) => brand)].map(([brand, of]) => ({
      ...{ brand, orders: of.length, turnover: of.reduce((sum, { cents }) => sum + cents, 0) },
    }));
  }
}

@Global()
@Module({
  providers: [
    { provide: VirtualKeyIssuer, useValue: issuer },
    { provide: TokenSource, useClass: HeldTokens },
    { provide: PaidByBrand, useClass: HeldOrders },
    { provide: Turnovers, useValue: { until: async () => new Map() } },
  ],
  exports: [VirtualKeyIssuer, TokenSource, PaidByBrand, Turnovers],
})
export class KeysBeside {}
