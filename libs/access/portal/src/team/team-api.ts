import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  InvitationPage,
  invitationsPath,
  type Invite,
  MadeInvitation,
  MemberPage,
  membersPath,
  type MakeResetLink,
  ResetLink,
} from '@toonbank/access/contract';
import type { AgencyRole, Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

/** Whose people: the agency's, or (with a merchant) that merchant's. */
export interface TeamOf {
  readonly merchantId: Id | undefined;
  readonly after?: string | undefined;
}

/** The portal's one door to who belongs where. */
@Injectable({ providedIn: 'root' })
export class TeamApi {
  private readonly http = inject(HttpClient);

  members(of: () => TeamOf | undefined) {
    return httpResource(() => request(membersPath, of()), {
      parse: (answer) => MemberPage.parse(answer),
    });
  }

  invitations(of: () => TeamOf | undefined) {
    return httpResource(() => request(invitationsPath, of()), {
      parse: (answer) => InvitationPage.parse(answer),
    });
  }

  async invite(invite: Invite): Promise<MadeInvitation> {
    const answer = await firstValueFrom(this.http.post(`/${invitationsPath}`, invite));
    return MadeInvitation.parse(answer);
  }

  async withdraw(invitationId: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${invitationsPath}/${invitationId}`));
  }

  async changeRole(loginId: Id, role: AgencyRole, of: TeamOf): Promise<void> {
    const options = { params: paramsOf(of) };
    await firstValueFrom(this.http.patch(`/${membersPath}/${loginId}`, { role }, options));
  }

  async remove(loginId: Id, of: TeamOf): Promise<void> {
    const options = { params: paramsOf(of) };
    await firstValueFrom(this.http.delete(`/${membersPath}/${loginId}`, options));
  }

  async resetLink(loginId: Id, made: MakeResetLink): Promise<ResetLink> {
    const path = `/${membersPath}/${loginId}/reset-link`;
    return ResetLink.parse(await firstValueFrom(this.http.post(path, made)));
  }
}

function request(path: string, of: TeamOf | undefined) {
  return (
    of && { url: `/${path}`, params: { ...paramsOf(of), ...(of.after && { after: of.after }) } }
  );
}

function paramsOf({ merchantId }: TeamOf): Record<string, string> {
  return merchantId ? { merchantId } : {};
}
