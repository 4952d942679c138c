import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable, linkedSignal } from '@angular/core';
import {
  Agency,
  agencyLogoPath,
  agencyPath,
  type ChangeAgency,
  type SetLogo,
} from '@toonbank/agency/contract';
import { firstValueFrom } from 'rxjs';

/**
 * The agency in which somebody acts: its name, colour and logo. The portal's one door to it; what is
 * changed here is at once seen by everything that shows it.
 */
@Injectable()
export class House {
  private readonly http = inject(HttpClient);
  readonly read = httpResource(() => `/${agencyPath}`, { parse: (answer) => Agency.parse(answer) });
  private readonly known = linkedSignal<Agency | undefined, Agency | undefined>({
    source: () => (this.read.hasValue() ? this.read.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  readonly agency = this.known.asReadonly();

  async change(change: ChangeAgency): Promise<void> {
    this.keep(await firstValueFrom(this.http.patch(`/${agencyPath}`, change)));
  }

  async setLogo(logo: SetLogo): Promise<void> {
    this.keep(await firstValueFrom(this.http.put(`/${agencyLogoPath}`, logo)));
  }

  async removeLogo(): Promise<void> {
    await firstValueFrom(this.http.delete(`/${agencyLogoPath}`));
    this.known.update((agency) => agency && { ...agency, logoUrl: null });
  }

  private keep(answer: unknown): void {
    this.known.set(Agency.parse(answer));
  }
}
