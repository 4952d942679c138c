import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { ApiKeyPage, apiKeyPath, apiKeysPath, IssuedApiKey } from '@toonbank/access/contract';
import { Agency, agencyPath } from '@toonbank/agency/contract';
import {
  allKeysPath,
  type BankKeys,
  IssuedVirtualPair,
  KeyPage,
  keysPath,
  KeyVersions,
  type NameSigningMoment,
  type RetireKeys,
  RevealedKey,
  type RevealKey,
} from '@toonbank/keys/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

export interface Place {
  readonly webshopId: Id;
  readonly environment: Environment;
}

/** The portal's one door to the keys of webshops: the bank's, the virtual ones and those of our API. */
@Injectable({ providedIn: 'root' })
export class KeysApi {
  private readonly http = inject(HttpClient);

  /** Of no place: nothing is asked. */
  versions(place: () => Place | undefined) {
    const path = () => {
      const where = place();
      return where && at(keysPath, where);
    };
    return httpResource(path, { parse: (answer) => KeyVersions.parse(answer) });
  }

  all(query: () => Readonly<Record<string, string>>) {
    return httpResource(() => ({ url: `/${allKeysPath}`, params: query() }), {
      parse: (answer) => KeyPage.parse(answer),
    });
  }

  apiKeys(place: () => Place, after: () => string | undefined) {
    return httpResource(
      () => {
        const cursor = after();
        return { url: at(apiKeysPath, place()), params: { ...(cursor && { after: cursor }) } };
      },
      { parse: (answer) => ApiKeyPage.parse(answer) },
    );
  }

  /** The webhook address is the agency's; null for a merchant's people. */
  agency() {
    return httpResource(() => `/${agencyPath}`, { parse: (answer) => Agency.parse(answer) });
  }

  async enter(place: Place, keys: BankKeys): Promise<void> {
    await firstValueFrom(this.http.put(`${at(keysPath, place)}/bank`, keys));
  }

  async reveal(place: Place, id: Id, asked: RevealKey): Promise<RevealedKey> {
    const answer = this.http.post(`${at(keysPath, place)}/${id}/reveal`, asked);
    return RevealedKey.parse(await firstValueFrom(answer));
  }

  async typeExpiry(place: Place, id: Id, expiresOn: string): Promise<void> {
    await firstValueFrom(this.http.put(`${at(keysPath, place)}/${id}/expiry`, { expiresOn }));
  }

  async retire(place: Place, id: Id, asked: RetireKeys): Promise<void> {
    await firstValueFrom(this.http.post(`${at(keysPath, place)}/${id}/retire`, asked));
  }

  async issueVirtual(place: Place): Promise<IssuedVirtualPair> {
    const answer = this.http.post(`${at(keysPath, place)}/virtual`, {});
    return IssuedVirtualPair.parse(await firstValueFrom(answer));
  }

  /** Undefined: now. Null: not any more, or not after all. */
  async nameMoment(place: Place, id: Id, from: string | null | undefined): Promise<void> {
    const named: NameSigningMoment = { ...(from !== undefined && { from }) };
    await firstValueFrom(this.http.put(`${at(keysPath, place)}/virtual/${id}/moment`, named));
  }

  async revokeVirtual(place: Place, id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`${at(keysPath, place)}/virtual/${id}`));
  }

  async issueApiKey(place: Place): Promise<IssuedApiKey> {
    const answer = this.http.post(at(apiKeysPath, place), {});
    return IssuedApiKey.parse(await firstValueFrom(answer));
  }

  async revokeApiKey(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${apiKeyPath}/${id}`));
  }
}

function at(path: string, { webshopId, environment }: Place): string {
  return `/${path.replace(':webshopId', webshopId).replace(':environment', environment)}`;
}
