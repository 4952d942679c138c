import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Merchant, merchantsPath } from '@toonbank/merchant/contract';
import {
  merchantContractsPath,
  MethodContractDetail,
  MethodContracts,
  methodContractsPath,
  type TakeMethodStep,
  WebshopMethods,
  webshopMethodsPath,
  type Wish,
} from '@toonbank/payment-methods/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

/** A webshop in one environment, as it stands in the address. */
export interface At {
  readonly webshopId: Id;
  readonly environment: Environment;
}

/** The portal's one door to payment methods. */
@Injectable({ providedIn: 'root' })
export class MethodsApi {
  private readonly http = inject(HttpClient);

  merchant(id: () => Id) {
    return httpResource(() => `/${merchantsPath}/${id()}`, {
      parse: (answer) => Merchant.parse(answer),
    });
  }

  contracts(merchantId: () => Id) {
    return httpResource(() => ofMerchant(merchantId()), {
      parse: (answer) => MethodContracts.parse(answer),
    });
  }

  contract(id: () => Id) {
    return httpResource(() => `/${methodContractsPath}/${id()}`, {
      parse: (answer) => MethodContractDetail.parse(answer),
    });
  }

  ofWebshop(at: () => At) {
    return httpResource(() => ofPlace(at()), { parse: (answer) => WebshopMethods.parse(answer) });
  }

  async request(merchantId: Id, brand: string): Promise<MethodContractDetail> {
    const answer = this.http.post(ofMerchant(merchantId), { brand });
    return MethodContractDetail.parse(await firstValueFrom(answer));
  }

  async take(id: Id, step: TakeMethodStep): Promise<void> {
    await firstValueFrom(this.http.post(`/${methodContractsPath}/${id}/steps`, step));
  }

  async want(at: At, brand: string, wish: Wish | null): Promise<void> {
    await firstValueFrom(this.http.put(`${ofPlace(at)}/${brand}`, { wish }));
  }

  async look(at: At): Promise<void> {
    await firstValueFrom(this.http.post(`${ofPlace(at)}/check`, {}));
  }
}

function ofMerchant(merchantId: Id): string {
  return `/${merchantContractsPath.replace(':merchantId', merchantId)}`;
}

function ofPlace({ webshopId, environment }: At): string {
  const path = webshopMethodsPath.replace(':webshopId', webshopId);
  return `/${path.replace(':environment', environment)}`;
}
