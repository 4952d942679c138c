import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { type Envelope, Post } from '@toonbank/platform/mail';
import type { ExportEntity } from '../export.entity';
import { newLink } from '../links/export-links';
import { ExportTokens } from '../links/export-tokens';
import type { LinkEntity } from '../links/link.entity';
import { ExportSenders } from './export-senders';
import { exportLetter } from './letters';
import { SchedulesRepository } from './schedules.repository';

/** A link in a mail lies there over a weekend and a holiday. */
const inMailMs = 7 * 24 * 3_600_000;

/** What each mail about an export is about: the link in it. */
export const mailKind = 'export-link';

export interface Mailed {
  readonly links: readonly LinkEntity[];
  readonly envelopes: readonly (Envelope | null)[];
}

/** The mails that bring the export of a schedule: to each address one, with a link of its own. */
@Injectable()
export class ExportMails {
  constructor(
    private readonly work: Work,
    private readonly schedules: SchedulesRepository,
    private readonly tokens: ExportTokens,
    private readonly post: Post,
    private readonly senders: ExportSenders,
    private readonly clock: Clock,
  ) {}

  /**
   * To all recipients of its schedule, or to those of them alone. Opens `Work` of its own: call it
   * before. Nothing for an export that somebody asked for.
   */
  async write(scope: Scope, row: ExportEntity, only?: readonly string[]): Promise<Mailed> {
    const { scheduleId } = row;
    const schedule =
      scheduleId && (await this.work.read(scope, (tx) => this.schedules.find(tx, scheduleId)));
    if (!schedule) return { links: [], envelopes: [] };
    const expiresAt = new Date(this.clock.millis() + inMailMs);
    const links = (only ?? schedule.recipients).map((to) =>
      newLink(row, { sentTo: to, expiresAt }),
    );
    const { language } = schedule;
    const name = await this.senders.nameFor(scope, row);
    const envelopes = links.map((link) =>
      this.post.seal({
        ...{ agencyId: row.agencyId, merchantId: row.merchantId, to: link.sentTo! },
        ...{ about: { kind: mailKind, id: link.id }, worthUntil: link.expiresAt },
        letter: exportLetter({
          ...{ language, name, row, expiresAt: link.expiresAt },
          url: this.tokens.pageUrl(link),
        }),
      }),
    );
    return { links, envelopes: await Promise.all(envelopes) };
  }

  async put(tx: Tx, { envelopes }: Mailed): Promise<void> {
    for (const envelope of envelopes) await this.post.put(tx, envelope);
  }

  /** After COMMIT. Never fails. */
  async hurry({ envelopes }: Mailed): Promise<void> {
    for (const envelope of envelopes) await this.post.hurry(envelope);
  }
}
