import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Merchant, MerchantPage, merchantsPath } from '@toonbank/merchant/contract';
import type { Environment, Id } from '@toonbank/primitives';
import {
  type BankStep,
  type ChangeWebshop,
  CreatedWebshop,
  type CreateWebshop,
  merchantShopsPath,
  PointOfSale,
  PointOfSalePage,
  pointOfSalePath,
  pointOfSaleWebshopsPath,
  pointsOfSalePath,
  Shop,
  ShopDetail,
  type SetWebshopEnding,
  ShopPage,
  shopsPath,
  WebshopDetail,
  webshopEndingPath,
  WebshopEnvironment,
  WebshopPage,
  webshopsPath,
} from '@toonbank/shop/contract';
import { said } from '@toonbank/ui/asking';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string | undefined>>;

/** The portal's one door to shops, points of sale and webshops. */
@Injectable({ providedIn: 'root' })
export class ShopsApi {
  private readonly http = inject(HttpClient);

  merchant(id: () => Id | undefined) {
    return httpResource(() => address(merchantsPath, id()), {
      parse: (answer) => Merchant.parse(answer),
    });
  }

  /** The first hundred, to choose from. */
  merchants() {
    return httpResource(() => `/${merchantsPath}?limit=100`, {
      parse: (answer) => MerchantPage.parse(answer),
    });
  }

  shops(query: () => Query) {
    return httpResource(
      () => ({ url: `/${shopsPath}`, params: { limit: '100', ...said(query()) } }),
      {
        parse: (answer) => ShopPage.parse(answer),
      },
    );
  }

  shop(id: () => Id | undefined) {
    return httpResource(() => address(shopsPath, id()), {
      parse: (answer) => ShopDetail.parse(answer),
    });
  }

  pointsOfSale(shopId: () => Id | undefined) {
    return httpResource(
      () => {
        const id = shopId();
        return id && `/${at(pointsOfSalePath, id)}?limit=100`;
      },
      { parse: (answer) => PointOfSalePage.parse(answer) },
    );
  }

  webshops(query: () => Query) {
    return httpResource(() => ({ url: `/${webshopsPath}`, params: said(query()) }), {
      parse: (answer) => WebshopPage.parse(answer),
    });
  }

  webshop(id: () => Id | undefined) {
    return httpResource(() => address(webshopsPath, id()), {
      parse: (answer) => WebshopDetail.parse(answer),
    });
  }

  async createShop(merchantId: Id, name: string): Promise<Shop> {
    const answer = this.http.post(`/${at(merchantShopsPath, merchantId)}`, { name });
    return Shop.parse(await firstValueFrom(answer));
  }

  async renameShop(id: Id, name: string): Promise<void> {
    await firstValueFrom(this.http.patch(`/${shopsPath}/${id}`, { name }));
  }

  async createPointOfSale(shopId: Id, name: string): Promise<PointOfSale> {
    const answer = this.http.post(`/${at(pointsOfSalePath, shopId)}`, { name });
    return PointOfSale.parse(await firstValueFrom(answer));
  }

  async renamePointOfSale(id: Id, name: string): Promise<void> {
    await firstValueFrom(this.http.patch(`/${pointOfSalePath}/${id}`, { name }));
  }

  async createWebshop(pointOfSaleId: Id, webshop: CreateWebshop): Promise<CreatedWebshop> {
    const answer = this.http.post(`/${at(pointOfSaleWebshopsPath, pointOfSaleId)}`, webshop);
    return CreatedWebshop.parse(await firstValueFrom(answer));
  }

  async changeWebshop(id: Id, change: ChangeWebshop): Promise<void> {
    await firstValueFrom(this.http.patch(`/${webshopsPath}/${id}`, change));
  }

  /** That the bank has the day that stands here; null: no end. */
  async saidAtBank(id: Id, endsOn: string | null): Promise<void> {
    const path = `/${at(webshopEndingPath, id)}/at-bank`;
    await firstValueFrom(this.http.put(path, { endsOn }));
  }

  /** That what was said last of the bank is not so. */
  async takeBackAtBank(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${at(webshopEndingPath, id)}/at-bank`));
  }

  async setEnding(id: Id, ending: SetWebshopEnding): Promise<void> {
    await firstValueFrom(this.http.put(`/${at(webshopEndingPath, id)}`, ending));
  }

  async undoEnding(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${at(webshopEndingPath, id)}`));
  }

  async setPoi(id: Id, environment: Environment, poiId: string): Promise<void> {
    await firstValueFrom(this.http.put(this.environment(id, environment), { poiId }));
  }

  async setStep(
    id: Id,
    environment: Environment,
    { step, done }: { step: BankStep; done: boolean },
  ): Promise<WebshopEnvironment> {
    const answer = this.http.put(`${this.environment(id, environment)}/bank-steps/${step}`, {
      done,
    });
    return WebshopEnvironment.parse(await firstValueFrom(answer));
  }

  private environment(id: Id, environment: Environment): string {
    return `/${webshopsPath}/${id}/environments/${environment}`;
  }
}

/** Fills the one id that a path has. */
function at(path: string, id: Id): string {
  return path.replace(/:\w+/, id);
}

function address(path: string, id: Id | undefined): string | undefined {
  return id && `/${path}/${id}`;
}
