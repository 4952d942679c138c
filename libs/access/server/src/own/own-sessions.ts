import { Injectable } from '@nestjs/common';
import type { OwnSession, OwnSessions as Answer } from '@toonbank/access/contract';
import { Clock } from '@toonbank/platform/clock';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { idleMs, type SessionOf, Sessions } from '../sessions';
import { type SessionSeen, SessionsRepository } from '../sessions.repository';
import { OwnActs } from './own-acts';

/** Where one is signed in, and an end to that. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly rows: SessionsRepository,
    private readonly sessions: Sessions,
    private readonly acts: OwnActs,
    private readonly clock: Clock,
  ) {}

  async list({ id, loginId }: SessionOf): Promise<Answer> {
    const now = this.clock.now();
    const rows = await this.rows.openOf(loginId, now, new Date(now.getTime() - idleMs));
    return { items: rows.map((row) => toWire(row, id)) };
  }

  /** Safe to repeat. Somebody else's is a 404 problem. */
  async end({ loginId }: SessionOf, id: Id): Promise<void> {
    const session = await this.rows.byId(id);
    if (session?.loginId !== loginId) throw Problem.notFound('session');
    await this.sessions.end(session);
  }

  /** All but the one that asks. */
  async endOthers(session: SessionOf): Promise<void> {
    await this.acts.run(session, 'session.others-ended', async (tx) => ({
      sessions: await this.rows.endAll(tx, session.loginId, {
        except: session.id,
        at: this.clock.now(),
      }),
    }));
  }
}

function toWire(row: SessionSeen, own: Id): OwnSession {
  const { id, browser, system } = row;
  return {
    id,
    startedAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    ...{ browser, system, isThis: id === own },
  };
}
