import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type ChangePassword,
  OwnSessions,
  sessionPath,
  sessionsPath,
} from '@toonbank/access/contract';
import type { Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

/** The portal's one door to one's own login. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  sessions() {
    return httpResource(() => `/${sessionsPath}`, { parse: (answer) => OwnSessions.parse(answer) });
  }

  async end(sessionId: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${sessionsPath}/${sessionId}`));
  }

  async endOthers(): Promise<void> {
    await firstValueFrom(this.http.delete(`/${sessionsPath}`));
  }

  async changePassword(change: ChangePassword): Promise<void> {
    await firstValueFrom(this.http.put(`/${sessionPath}/password`, change));
  }
}
