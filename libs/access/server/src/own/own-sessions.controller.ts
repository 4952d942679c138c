import { Controller, Delete, Get, Param } from '@nestjs/common';
import { OwnSessions, SessionParams, sessionsPath } from '@toonbank/access/contract';
import { InSession, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import type { SessionOf } from '../sessions';
import { OwnSessions as Sessions } from './own-sessions';

/** Where one is signed in. */
@Controller(sessionsPath)
export class OwnSessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get()
  @Needs('session:own')
  @Returns(OwnSessions)
  list(@InSession() session: SessionOf): Promise<OwnSessions> {
    return this.sessions.list(session);
  }

  @Delete(':sessionId')
  @Needs('session:own')
  @ReturnsNothing()
  end(
    @InSession() session: SessionOf,
    @Param({ schema: SessionParams }) { sessionId }: SessionParams,
  ): Promise<void> {
    return this.sessions.end(session, sessionId);
  }

  /** All but the one that asks. */
  @Delete()
  @Needs('session:own')
  @ReturnsNothing()
  endOthers(@InSession() session: SessionOf): Promise<void> {
    return this.sessions.endOthers(session);
  }
}
