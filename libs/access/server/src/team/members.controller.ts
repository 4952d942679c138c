import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChangeMember,
  MakeResetLink,
  MemberPage,
  MemberParams,
  MemberPlaceQuery,
  membersPath,
  MembersQuery,
  ResetLink,
} from '@toonbank/access/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { MemberList } from './member-list';
import { Members } from './members';
import { ResetLinks } from './reset-links';

/** The people of the agency, or of a merchant. */
@Controller(membersPath)
export class MembersController {
  constructor(
    private readonly list: MemberList,
    private readonly members: Members,
    private readonly resets: ResetLinks,
  ) {}

  @Get()
  @Needs('members:write')
  @Returns(MemberPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: MembersQuery }) query: MembersQuery,
  ): Promise<MemberPage> {
    return this.list.page(scope, query);
  }

  @Patch(':loginId')
  @Needs('members:write')
  @FreshLogin()
  @ReturnsNothing()
  change(
    @InScope() scope: Scope,
    @Param({ schema: MemberParams }) { loginId }: MemberParams,
    @Query({ schema: MemberPlaceQuery }) { merchantId }: MemberPlaceQuery,
    @Body({ schema: ChangeMember }) { role }: ChangeMember,
  ): Promise<void> {
    return this.members.changeRole(scope, { loginId, merchantId }, role);
  }

  @Delete(':loginId')
  @Needs('members:write')
  @FreshLogin()
  @ReturnsNothing()
  remove(
    @InScope() scope: Scope,
    @Param({ schema: MemberParams }) { loginId }: MemberParams,
    @Query({ schema: MemberPlaceQuery }) { merchantId }: MemberPlaceQuery,
  ): Promise<void> {
    return this.members.remove(scope, { loginId, merchantId });
  }

  /** Of the agency's own people and of its merchants'. */
  @Post(':loginId/reset-link')
  @Needs('members:reset')
  @FreshLogin()
  @Returns(ResetLink, 201)
  resetLink(
    @InScope() scope: Scope,
    @Param({ schema: MemberParams }) { loginId }: MemberParams,
    @Body({ schema: MakeResetLink }) { language }: MakeResetLink,
  ): Promise<ResetLink> {
    return this.resets.make(scope, loginId, language);
  }
}
