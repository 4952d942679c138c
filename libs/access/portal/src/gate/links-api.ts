import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type AskReset,
  InvitationLook,
  invitationsPath,
  ResetLook,
  resetPath,
  type ResetPassword,
  resetRequestsPath,
} from '@toonbank/access/contract';
import { firstValueFrom } from 'rxjs';

/** What may be done with a link that somebody holds. */
@Injectable({ providedIn: 'root' })
export class LinksApi {
  private readonly http = inject(HttpClient);

  async invitation(token: string): Promise<InvitationLook> {
    const path = `/${invitationsPath}/look`;
    return InvitationLook.parse(await firstValueFrom(this.http.post(path, { token })));
  }

  async reset(token: string): Promise<ResetLook> {
    const path = `/${resetPath}/look`;
    return ResetLook.parse(await firstValueFrom(this.http.post(path, { token })));
  }

  async usePassword(reset: ResetPassword): Promise<void> {
    await firstValueFrom(this.http.post(`/${resetPath}`, reset));
  }

  /** Answers the same whether there is such a login or not. */
  async askReset(request: AskReset): Promise<void> {
    await firstValueFrom(this.http.post(`/${resetRequestsPath}`, request));
  }
}
