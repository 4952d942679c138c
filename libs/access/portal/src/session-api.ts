import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type AcceptInvitation,
  type ChooseAgency,
  invitationsPath,
  Session,
  sessionPath,
  type SignIn,
} from '@toonbank/access/contract';
import type { Right } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

/** Who is signed in. The portal's one door to the session; undefined until it was asked. */
@Injectable({ providedIn: 'root' })
export class SessionApi {
  private readonly http = inject(HttpClient);
  private readonly known = signal<Session | null | undefined>(undefined);

  readonly current = this.known.asReadonly();
  /** The name of what was chosen to act for. */
  readonly place = computed(() => {
    const session = this.known();
    const { agencyId, merchantId } = session?.chosen ?? {};
    const chosen = session?.memberships.find(
      (m) => m.agencyId === agencyId && m.merchantId === merchantId,
    );
    return chosen?.name ?? '';
  });

  has(right: Right): boolean {
    return this.known()?.rights.includes(right) ?? false;
  }

  /** Asks once, unless somebody signed in or out since. Null: nobody is signed in. */
  async load(): Promise<Session | null> {
    if (this.known() === undefined) this.known.set(await this.ask());
    return this.known() ?? null;
  }

  /** Asks again: keeps the session alive, and learns of another role. */
  async renew(): Promise<void> {
    this.keep(await firstValueFrom(this.http.get(`/${sessionPath}`)));
  }

  async signIn(credentials: SignIn): Promise<Session> {
    return this.keep(await firstValueFrom(this.http.post(`/${sessionPath}`, credentials)));
  }

  /** After a session has ended under somebody's hands: the same person, at the same place. */
  async signInAgain(password: string): Promise<void> {
    const { email, chosen } = this.known()!;
    const answer = await firstValueFrom(this.http.post(`/${sessionPath}`, { email, password }));
    const now = Session.parse(answer);
    const isThere =
      now.chosen?.agencyId === chosen?.agencyId && now.chosen?.merchantId === chosen?.merchantId;
    if (isThere || !chosen) this.known.set(now);
    else await this.choose(asChoice(chosen));
  }

  async choose(place: ChooseAgency): Promise<Session> {
    return this.keep(await firstValueFrom(this.http.put(`/${sessionPath}/agency`, place)));
  }

  async accept(acceptance: AcceptInvitation): Promise<Session> {
    const path = `/${invitationsPath}/accept`;
    return this.keep(await firstValueFrom(this.http.post(path, acceptance)));
  }

  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(`/${sessionPath}`));
    } catch (error) {
      // It had ended already: that is what was wanted.
      if (!(error instanceof HttpErrorResponse && error.status === 401)) throw error;
    }
    this.known.set(null);
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.known.set(null);
  }

  private keep(answer: unknown): Session {
    const session = Session.parse(answer);
    this.known.set(session);
    return session;
  }

  private async ask(): Promise<Session | null> {
    try {
      return Session.parse(await firstValueFrom(this.http.get(`/${sessionPath}`)));
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 401) return null;
      throw error;
    }
  }
}

/** A membership as the choice it is. */
export function asChoice({
  agencyId,
  merchantId,
}: {
  agencyId: string;
  merchantId: string | null;
}): ChooseAgency {
  return { agencyId, ...(merchantId && { merchantId }) };
}
