import { Injectable } from '@nestjs/common';
import type { RequestExport } from '@toonbank/exports/contract';
import { Merchants } from '@toonbank/merchant/server';
import type { Tx } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { WebshopNames } from '@toonbank/shop/server';
import type { Choice, ChoiceColumns } from './choice.columns';
import { exportProblems } from './export-problems';

type Asked = Omit<RequestExport, 'from' | 'until'>;
type Place = Pick<Choice, 'ofMerchantId' | 'shopId' | 'webshopId'>;

/** What somebody chose to export: whether that can be, and how it is called. */
@Injectable()
export class Choices {
  constructor(
    private readonly merchants: Merchants,
    private readonly webshops: WebshopNames,
  ) {}

  /** The columns of a choice. Throws a problem for one that can't be, or is somebody else's. */
  async columns(tx: Tx, asked: Asked): Promise<Choice & Pick<ChoiceColumns, 'merchantId'>> {
    const { environment, kind, format, numbers } = asked;
    if (kind === 'bills' && environment === 'sandbox') throw exportProblems.noSandboxBills();
    if (kind === 'bills' && (asked.shopId ?? asked.webshopId)) {
      throw exportProblems.billsPerMerchant();
    }
    const place = await this.place(tx, asked);
    const merchantId = tx.scope.merchantId ?? null;
    return { environment, kind, format, numbers, merchantId, ...place };
  }

  /** Names for rows of a list; null where a choice is about everybody. */
  async names(tx: Tx, choices: readonly Place[]): Promise<(choice: Place) => string | null> {
    const merchantIds = choices.flatMap(({ ofMerchantId: id }) => id ?? []);
    const merchants = await this.merchants.names(tx, merchantIds);
    const isInside = choices.some(({ shopId, webshopId }) => shopId ?? webshopId);
    const webshops = isInside ? await this.webshops.all(tx) : [];
    const shops = isInside ? await this.webshops.ofShops(tx) : [];
    const hosts = new Map(webshops.map(({ id, host }) => [id, host]));
    const shopNames = new Map(shops.map(({ id, name }) => [id, name]));
    return ({ ofMerchantId, shopId, webshopId }) => {
      if (webshopId) return hosts.get(webshopId) ?? null;
      if (shopId) return shopNames.get(shopId) ?? null;
      return (ofMerchantId && merchants.get(ofMerchantId)) ?? null;
    };
  }

  private async place(tx: Tx, { merchantId, shopId, webshopId }: Asked): Promise<Place> {
    if (webshopId) {
      const webshop = (await this.webshops.all(tx)).find(({ id }) => id === webshopId);
      if (!webshop) throw Problem.notFound('webshop');
      return { ofMerchantId: webshop.merchantId, shopId: null, webshopId };
    }
    if (shopId) {
      const shop = (await this.webshops.ofShops(tx)).find(({ id }) => id === shopId);
      if (!shop) throw Problem.notFound('shop');
      return { ofMerchantId: shop.merchantId, shopId, webshopId: null };
    }
    const ofMerchantId = merchantId ?? tx.scope.merchantId ?? null;
    if (ofMerchantId) await this.demandMerchant(tx, ofMerchantId);
    return { ofMerchantId, shopId: null, webshopId: null };
  }

  private async demandMerchant(tx: Tx, id: Id): Promise<void> {
    if (!(await this.merchants.names(tx, [id])).has(id)) throw Problem.notFound('merchant');
  }
}
