import { Body, Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import {
  ChangePassword,
  ChooseAgency,
  Proof,
  Proven,
  Session,
  sessionPath,
  SignIn,
} from '@toonbank/access/contract';
import { InSession, Needs, Public, Returns, ReturnsNothing } from '@toonbank/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FromPortal } from './access.guard';
import { OwnPassword } from './own/own-password';
import { StepUp } from './own/step-up';
import { PortalSessions } from './portal-sessions';
import type { SessionOf } from './sessions';

/** Signing in and out, choosing for whom one acts, and one's own password. */
@Controller(sessionPath)
export class SessionController {
  constructor(
    private readonly sessions: PortalSessions,
    private readonly stepUp: StepUp,
    private readonly password: OwnPassword,
  ) {}

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

  @Post('proof')
  @Needs('session:own')
  @Returns(Proven, 201)
  prove(
    @InSession() session: SessionOf,
    @Body({ schema: Proof }) proof: Proof,
    @Req() request: FastifyRequest,
  ): Promise<Proven> {
    return this.stepUp.prove(session, proof, request.ip);
  }

  @Put('password')
  @Needs('session:own')
  @ReturnsNothing()
  changePassword(
    @InSession() session: SessionOf,
    @Body({ schema: ChangePassword }) change: ChangePassword,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.password.change(session, change, request.ip);
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
