import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  BankPrices,
  bankPricesPath,
  BillingMonths,
  BillingRun,
  billingRunsPath,
  BillingSettings,
  billingSettingsPath,
  type ChangeBillingSettings,
  type ChangeClientBilling,
  ClientBilling,
  clientBillingPath,
  Fees,
  feesPath,
  Invoice,
  InvoicePage,
  invoicesPath,
  Margins,
  marginsPath,
  type Month,
  NextUrlPrice,
  type AddBankPrice,
  type AddFee,
  shopPricePath,
} from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string | undefined>>;

/** The portal's one door to prices, months and invoices. */
@Injectable({ providedIn: 'root' })
export class BillingApi {
  private readonly http = inject(HttpClient);

  nextUrl(shopId: () => Id) {
    return httpResource(() => `/${at(shopPricePath, shopId())}`, {
      parse: (answer) => NextUrlPrice.parse(answer),
    });
  }

  /** Asked only when `may` says so: merchants have invoices, not months. */
  months(may: () => boolean) {
    return httpResource(() => (may() ? `/${billingRunsPath}` : undefined), {
      parse: (answer) => BillingMonths.parse(answer),
    });
  }

  run(month: () => Month | undefined) {
    return httpResource(
      () => {
        const asked = month();
        return asked && `/${billingRunsPath}/${asked}`;
      },
      { parse: (answer) => BillingRun.parse(answer) },
    );
  }

  invoices(query: () => Query) {
    return httpResource(() => ({ url: `/${invoicesPath}`, params: said(query()) }), {
      parse: (answer) => InvoicePage.parse(answer),
    });
  }

  invoice(id: () => Id) {
    return httpResource(() => `/${invoicesPath}/${id()}`, {
      parse: (answer) => Invoice.parse(answer),
    });
  }

  settings() {
    return httpResource(() => `/${billingSettingsPath}`, {
      parse: (answer) => BillingSettings.parse(answer),
    });
  }

  bankPrices() {
    return httpResource(() => `/${bankPricesPath}`, {
      parse: (answer) => BankPrices.parse(answer),
    });
  }

  fees() {
    return httpResource(() => `/${feesPath}`, { parse: (answer) => Fees.parse(answer) });
  }

  /** Months, both included. */
  margins(months: () => { readonly from: Month; readonly until: Month }) {
    return httpResource(() => ({ url: `/${marginsPath}`, params: months() }), {
      parse: (answer) => Margins.parse(answer),
    });
  }

  client(merchantId: () => Id) {
    return httpResource(() => `/${at(clientBillingPath, merchantId())}`, {
      parse: (answer) => ClientBilling.parse(answer),
    });
  }

  async close(month: Month, total: number): Promise<void> {
    await firstValueFrom(this.http.post(`/${billingRunsPath}/${month}/close`, { total }));
  }

  async billAgain(month: Month, merchantId: Id): Promise<void> {
    await firstValueFrom(this.http.post(`/${billingRunsPath}/${month}/bills`, { merchantId }));
  }

  async sent(id: Id, on: string): Promise<void> {
    await firstValueFrom(this.http.put(`/${invoicesPath}/${id}/sent`, { on }));
  }

  async paid(id: Id, on: string): Promise<void> {
    await firstValueFrom(this.http.put(`/${invoicesPath}/${id}/payment`, { on }));
  }

  async undoPayment(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${invoicesPath}/${id}/payment`));
  }

  /** Answers the credit note. */
  async credit(id: Id, reason: string): Promise<Invoice> {
    const answer = this.http.post(`/${invoicesPath}/${id}/credit`, { reason });
    return Invoice.parse(await firstValueFrom(answer));
  }

  async changeSettings(change: ChangeBillingSettings): Promise<void> {
    await firstValueFrom(this.http.patch(`/${billingSettingsPath}`, change));
  }

  async changeClient(merchantId: Id, change: ChangeClientBilling): Promise<void> {
    await firstValueFrom(this.http.patch(`/${at(clientBillingPath, merchantId)}`, change));
  }

  async addBankPrice(price: AddBankPrice): Promise<void> {
    await firstValueFrom(this.http.post(`/${bankPricesPath}`, price));
  }

  async removeBankPrice(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${bankPricesPath}/${id}`));
  }

  async removeFee(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${feesPath}/${id}`));
  }

  async addFee(fee: AddFee): Promise<void> {
    await firstValueFrom(this.http.post(`/${feesPath}`, fee));
  }
}

/** Fills the one id that a path has. */
function at(path: string, id: Id): string {
  return path.replace(/:\w+/, id);
}
