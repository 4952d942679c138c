import { Injectable } from '@nestjs/common';
import type { ChooseAgency, Session, SignIn } from '@toonbank/access/contract';
import { Problem } from '@toonbank/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PasswordSignIn } from './password-sign-in';
import { giveSessionCookie, sessionToken, takeSessionCookie } from './session-cookie';
import { type SessionOf, Sessions } from './sessions';

/**
 * Sessions as a browser holds them: in a cookie that is replaced whenever what it opens changes.
 */
@Injectable()
export class PortalSessions {
  constructor(
    private readonly signIns: PasswordSignIn,
    private readonly sessions: Sessions,
  ) {}

  async signIn(
    credentials: SignIn,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Session> {
    const loginId = await this.signIns.prove(credentials, request.ip);
    await this.endPrevious(request);
    return this.give(reply, await this.sessions.start(loginId));
  }

  who(session: SessionOf): Promise<Session> {
    return this.sessions.describe(session);
  }

  async choose(
    session: SessionOf,
    { agencyId, merchantId }: ChooseAgency,
    reply: FastifyReply,
  ): Promise<Session> {
    return this.give(
      reply,
      await this.sessions.choose(session, { agencyId, merchantId: merchantId ?? null }),
    );
  }

  async signOut(session: SessionOf, reply: FastifyReply): Promise<void> {
    await this.sessions.end(session);
    takeSessionCookie(reply);
  }

  /** The browser forgets the token of the session before; so do we. */
  private async endPrevious(request: FastifyRequest): Promise<void> {
    const token = sessionToken(request);
    const previous = token === undefined ? undefined : await this.sessions.live(token);
    if (previous) await this.sessions.end(previous);
  }

  private async give(reply: FastifyReply, token: string): Promise<Session> {
    const session = await this.sessions.live(token);
    if (!session) throw Problem.signIn();
    giveSessionCookie(reply, token);
    return this.sessions.describe(session);
  }
}
