import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  InvitationPage,
  InvitationParams,
  invitationsPath,
  Invite,
  MadeInvitation,
  MembersQuery,
} from '@toonbank/access/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { Invitations } from './invitations';
import { Inviting } from './inviting';

/** Asking people in. */
@Controller(invitationsPath)
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly inviting: Inviting,
  ) {}

  @Post()
  @Needs('members:write')
  @FreshLogin()
  @Returns(MadeInvitation, 201)
  invite(
    @InScope() scope: Scope,
    @Body({ schema: Invite }) invite: Invite,
  ): Promise<MadeInvitation> {
    return this.inviting.invite(scope, invite);
  }

  @Get()
  @Needs('members:write')
  @Returns(InvitationPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: MembersQuery }) query: MembersQuery,
  ): Promise<InvitationPage> {
    return this.invitations.page(scope, query);
  }

  @Delete(':invitationId')
  @Needs('members:write')
  @FreshLogin()
  @ReturnsNothing()
  withdraw(
    @InScope() scope: Scope,
    @Param({ schema: InvitationParams }) { invitationId }: InvitationParams,
  ): Promise<void> {
    return this.inviting.withdraw(scope, invitationId);
  }
}
