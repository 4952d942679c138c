import { Injectable } from '@nestjs/common';
import type { Session } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId, sessionRights } from '@toonbank/primitives';
import { LoginsRepository } from './logins.repository';
import type { Agent } from './agent-words';
import type { MemberPlace } from './members.repository';
import { inPlace, Memberships, memberScope, rightsOf } from './memberships';
import { hashOf, newToken } from './secret-text';
import { type LiveSession, SessionsRepository } from './sessions.repository';

/**
 * Whoever does nothing for so long signs in again (PCI DSS 8.2.8; every session can reach money).
 */
export const idleMs = 15 * 60_000;
/** And so does everybody after so long. */
const absoluteMs = 12 * 3_600_000;
/** `last_seen_at` is written at most this often, so a session may rest up to this much early. */
const seenMs = 60_000;
/** How long a proof of who somebody is holds for acts that hand out power. */
export const freshMs = 5 * 60_000;

export interface SessionOf {
  readonly id: Id;
  readonly loginId: Id;
}

/** Sessions of people: rows found by the hash of a token that only the browser has. */
@Injectable()
export class Sessions {
  constructor(
    private readonly work: Work,
    private readonly sessions: SessionsRepository,
    private readonly logins: LoginsRepository,
    private readonly memberships: Memberships,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A new session; its token. Who belongs to one place only has it chosen, if none is named. */
  async start(loginId: Id, agent: Agent, chosen?: MemberPlace): Promise<string> {
    const places = chosen ? [chosen] : await this.memberships.placesOf(loginId);
    const place = places.length === 1 ? places[0] : undefined;
    const token = newToken();
    const at = this.clock.now();
    const row = { ...this.rowFor(token, place), ...agent, loginId, at };
    await inPlace(this.work, { place, loginId }, async (tx) => {
      const expiresAt = new Date(at.getTime() + absoluteMs);
      await this.sessions.insert(tx, { ...row, expiresAt });
      if (place) await this.record(tx, 'session.started', loginId);
    });
    return token;
  }

  /** The session of a token, while it lives; being asked for keeps it alive. */
  async live(token: string): Promise<LiveSession | undefined> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - idleMs);
    const session = await this.sessions.live(hashOf(token), now, idleSince);
    if (session && now.getTime() - session.lastSeenAt.getTime() >= seenMs) {
      await this.work.directory((tx) => this.sessions.touch(tx, session.id, now));
    }
    return session;
  }

  /** Acts for this agency or merchant from now on; the new token. A stranger's is a 404 problem. */
  async choose({ id, loginId }: SessionOf, place: MemberPlace): Promise<string> {
    const scope = memberScope(place, loginId);
    if (!(await this.memberships.role(scope, loginId))) throw Problem.notFound('agency');
    const token = newToken();
    await this.work.run(scope, async (tx) => {
      const next = { ...this.rowFor(token, place), at: this.clock.now() };
      if (!(await this.sessions.replace(tx, id, next))) throw Problem.signIn();
      await this.record(tx, 'session.started', loginId);
    });
    return token;
  }

  /** Safe to repeat. */
  async end({ id, loginId }: SessionOf): Promise<void> {
    const session = await this.sessions.byId(id);
    const place = session && placeOf(session);
    await inPlace(this.work, { place, loginId }, async (tx) => {
      await this.sessions.end(tx, id, this.clock.now());
      if (place) await this.record(tx, 'session.ended', loginId);
    });
  }

  async describe({ id, loginId }: SessionOf): Promise<Session> {
    const session = await this.sessions.byId(id);
    const memberships = await this.memberships.all(loginId);
    const here = memberships.find(
      (m) => m.agencyId === session?.agencyId && m.merchantId === session.merchantId,
    );
    return {
      email: await this.logins.emailOf(loginId),
      memberships,
      chosen: here ? { agencyId: here.agencyId, merchantId: here.merchantId } : null,
      rights: [...(here ? rightsOf(here, here.role) : sessionRights)],
      idleSeconds: idleMs / 1000,
      expiresAt: (session?.expiresAt ?? this.clock.now()).toISOString(),
    };
  }

  private rowFor(token: string, place: MemberPlace | undefined) {
    const { agencyId = null, merchantId = null } = place ?? {};
    return { id: newId(), tokenHash: hashOf(token), agencyId, merchantId };
  }

  private record(tx: Tx, act: 'session.started' | 'session.ended', loginId: Id): Promise<void> {
    return this.audit.record(tx, { act, subject: { kind: 'login', id: loginId } });
  }
}

/** What the session was opened for, if an agency is chosen. */
export function placeOf({ agencyId, merchantId }: LiveSession): MemberPlace | undefined {
  return agencyId ? { agencyId, merchantId } : undefined;
}
