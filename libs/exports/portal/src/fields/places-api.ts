import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { Merchant, MerchantPage, merchantsPath } from '@toonbank/merchant/contract';
import {
  ShopDetail,
  ShopPage,
  shopsPath,
  WebshopDetail,
  WebshopPage,
  webshopsPath,
} from '@toonbank/shop/contract';
import { said } from '@toonbank/ui/asking';

/** A merchant, shop or webshop that one can export of. */
export interface PlaceOption {
  readonly id: string;
  readonly word: string;
}

export interface PlaceOptions {
  readonly items: readonly PlaceOption[];
  /** There are more than were read: then one searches. */
  readonly isMore: boolean;
}

type Reach = 'merchant' | 'shop' | 'webshop';

interface Wanted {
  readonly reach: string;
  readonly search: string;
  /** Of whom, when one merchant is in use. */
  readonly merchant: string | undefined;
}

const paths = { merchant: merchantsPath, shop: shopsPath, webshop: webshopsPath } as const;

const pages: Readonly<Record<Reach, (answer: unknown) => PlaceOptions>> = {
  merchant: (answer) => {
    const { items, next } = MerchantPage.parse(answer);
    return { items: items.map(({ id, name: word }) => ({ id, word })), isMore: next !== null };
  },
  shop: (answer) => {
    const { items, next } = ShopPage.parse(answer);
    return { items: items.map(({ id, name: word }) => ({ id, word })), isMore: next !== null };
  },
  webshop: (answer) => {
    const { items, next } = WebshopPage.parse(answer);
    return { items: items.map(({ id, host: word }) => ({ id, word })), isMore: next !== null };
  },
};

const names: Readonly<Record<Reach, (answer: unknown) => string>> = {
  merchant: (answer) => Merchant.parse(answer).name,
  shop: (answer) => ShopDetail.parse(answer).name,
  webshop: (answer) => WebshopDetail.parse(answer).host,
};

/** What one can narrow an export to, by name. */
@Injectable({ providedIn: 'root' })
export class PlacesApi {
  /** The first hundred that fit; nothing is read for everybody. */
  options(wanted: () => Wanted) {
    const reach = () => reachOf(wanted().reach);
    return httpResource(
      () => {
        const { search, merchant } = wanted();
        const one = reach();
        if (!one) return undefined;
        const isNarrow = one !== 'merchant';
        const params = { limit: '100', search, ...(isNarrow && { merchantId: merchant }) };
        return { url: `/${paths[one]}`, params: said(params) };
      },
      { parse: (answer) => pages[reach()!](answer) },
    );
  }

  /** The name of one, for whom the list does not reach. */
  name(wanted: () => { readonly reach: string; readonly id: string | undefined }) {
    const reach = () => reachOf(wanted().reach);
    return httpResource(
      () => {
        const { id } = wanted();
        const one = reach();
        return one && id ? `/${paths[one]}/${id}` : undefined;
      },
      { parse: (answer) => names[reach()!](answer) },
    );
  }
}

function reachOf(reach: string): Reach | undefined {
  return reach === 'merchant' || reach === 'shop' || reach === 'webshop' ? reach : undefined;
}
