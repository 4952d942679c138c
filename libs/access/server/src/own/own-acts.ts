import { Injectable } from '@nestjs/common';
import { type Act, Audit } from '@toonbank/audit/server';
import { type Tx, Work } from '@toonbank/platform/db';
import { inPlace } from '../memberships';
import { placeOf, type SessionOf } from '../sessions';
import { SessionsRepository } from '../sessions.repository';

/** What somebody does to their own login, written down where they stand. */
@Injectable()
export class OwnActs {
  constructor(
    private readonly work: Work,
    private readonly sessions: SessionsRepository,
    private readonly audit: Audit,
  ) {}

  /** Who has chosen no agency leaves no entry: there is nobody who could read it. */
  async run(
    { id, loginId }: SessionOf,
    act: Act['act'],
    work: (tx: Tx) => Promise<NonNullable<Act['detail']>>,
  ): Promise<void> {
    const session = await this.sessions.byId(id);
    const place = session && placeOf(session);
    await inPlace(this.work, { place, loginId }, async (tx) => {
      const detail = await work(tx);
      const subject = { kind: 'login', id: loginId };
      if (place) await this.audit.record(tx, { act, subject, detail });
    });
  }
}
