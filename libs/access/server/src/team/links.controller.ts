import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import {
  AcceptInvitation,
  AskReset,
  InvitationLook,
  invitationsPath,
  LinkToken,
  ResetLook,
  ResetPassword,
  resetPath,
  resetRequestsPath,
  Session,
} from '@toonbank/access/contract';
import { Public, Returns, ReturnsNothing } from '@toonbank/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FromPortal } from '../access.guard';
import { PortalSessions } from '../portal-sessions';
import { ResetRequests } from './reset-requests';
import { Resets } from './resets';
import { Welcome } from './welcome';

/** What somebody who holds a link may do before they are anybody. The token is in the body: no log has it. */
@Controller()
export class LinksController {
  constructor(
    private readonly welcome: Welcome,
    private readonly resets: Resets,
    private readonly requests: ResetRequests,
    private readonly sessions: PortalSessions,
  ) {}

  @Post(`${invitationsPath}/look`)
  @Public('the token of the link says which invitation')
  @FromPortal()
  @Returns(InvitationLook)
  lookAtInvitation(
    @Body({ schema: LinkToken }) { token }: LinkToken,
    @Req() request: FastifyRequest,
  ): Promise<InvitationLook> {
    return this.welcome.look(token, request.ip);
  }

  @Post(`${invitationsPath}/accept`)
  @Public('the token of the link says which invitation')
  @FromPortal()
  @Returns(Session, 201)
  async accept(
    @Body({ schema: AcceptInvitation }) acceptance: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { loginId, place } = await this.welcome.accept(acceptance, request.ip);
    return this.sessions.begin(loginId, { request, reply, place });
  }

  @Post(`${resetPath}/look`)
  @Public('the token of the link says whose password')
  @FromPortal()
  @Returns(ResetLook)
  lookAtReset(
    @Body({ schema: LinkToken }) { token }: LinkToken,
    @Req() request: FastifyRequest,
  ): Promise<ResetLook> {
    return this.resets.look(token, request.ip);
  }

  @Post(resetPath)
  @Public('the token of the link says whose password')
  @FromPortal()
  @ReturnsNothing()
  reset(
    @Body({ schema: ResetPassword }) reset: ResetPassword,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.resets.use(reset, request.ip);
  }

  /** Says nothing of whether there is such a login. */
  @Post(resetRequestsPath)
  @Public('who lost their password can not sign in')
  @FromPortal()
  @ReturnsNothing()
  askReset(
    @Body({ schema: AskReset }) request: AskReset,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.requests.ask(request, ip);
  }
}
