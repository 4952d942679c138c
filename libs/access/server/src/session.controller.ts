import { Body, Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import { ChooseAgency, Session, sessionPath, SignIn } from '@toonbank/access/contract';
import { InSession, Needs, Public, Returns, ReturnsNothing } from '@toonbank/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FromPortal } from './access.guard';
import { PortalSessions } from './portal-sessions';
import type { SessionOf } from './sessions';

/** Signing in and out, and choosing for whom one acts. */
@Controller(sessionPath)
export class SessionController {
  constructor(private readonly sessions: PortalSessions) {}

  @Post()
  @Public('signing in is how one gets a session')
  @FromPortal()
  @Returns(Session, 201)
  signIn(
    @Body({ schema: SignIn }) credentials: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.sessions.signIn(credentials, request, reply);
  }

  @Get()
  @Needs('session:own')
  @Returns(Session)
  who(@InSession() session: SessionOf): Promise<Session> {
    return this.sessions.who(session);
  }

  @Put('agency')
  @Needs('session:own')
  @Returns(Session)
  choose(
    @InSession() session: SessionOf,
    @Body({ schema: ChooseAgency }) choice: ChooseAgency,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.sessions.choose(session, choice, reply);
  }

  @Delete()
  @Needs('session:own')
  @ReturnsNothing()
  signOut(
    @InSession() session: SessionOf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.sessions.signOut(session, reply);
  }
}
