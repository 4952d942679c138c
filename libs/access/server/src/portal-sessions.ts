import { Injectable } from '@nestjs/common';
import type { ChooseAgency, Session, SignIn } from '@toonbank/access/contract';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agentWords } from './agent-words';
import type { MemberPlace } from './members.repository';
import { PasswordSignIn } from './password-sign-in';
import { giveSessionCookie, sessionToken, takeSessionCookie } from './session-cookie';
import { type SessionOf, Sessions } from './sessions';

interface Beginning {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly place?: MemberPlace;
}

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
    const { id } = await this.signIns.prove(credentials, request.ip);
    return this.begin(id, { request, reply });
  }

  /** For who has just proved who they are. In `place`, if it is clear where they want to be. */
  async begin(loginId: Id, { request, reply, place }: Beginning): Promise<Session> {
    await this.endPrevious(request);
    const agent = agentWords(request.headers['user-agent']);
    return this.give(reply, await this.sessions.start(loginId, agent, place));
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
