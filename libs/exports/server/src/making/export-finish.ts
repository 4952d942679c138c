import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { ExportEntity } from '../export.entity';
import { LinksRepository } from '../links/links.repository';
import { ExportMails } from '../schedules/export-mails';
import { ExportClaims, type Progress } from './export-claims';

/** So long a file is kept; what it holds can be asked for again. */
const keptMs = 30 * 24 * 3_600_000;

/** What was made. */
interface Made extends Progress {
  readonly bytes: number;
  readonly key: string;
}

/** The end of an export that went well: its row, and the mails of one that came by calendar. */
@Injectable()
export class ExportFinish {
  constructor(
    private readonly work: Work,
    private readonly claims: ExportClaims,
    private readonly links: LinksRepository,
    private readonly mails: ExportMails,
    private readonly clock: Clock,
  ) {}

  /** Row, links and mails in one transaction. False: it was not ours any more, and nothing was written. */
  async done(scope: Scope, row: ExportEntity, { key, bytes, rows, total }: Made): Promise<boolean> {
    const keptUntil = new Date(this.clock.millis() + keptMs);
    const file = { fileKey: key, bytes, rows, total, keptUntil };
    const mailed = await this.mails.write(scope, { ...row, ...file });
    const isOurs = await this.work.run(scope, async (tx) => {
      if (!(await this.claims.finish(tx, row, file))) return false;
      await this.links.insert(tx, mailed.links);
      await this.mails.put(tx, mailed);
      failpoint('export.finishing');
      return true;
    });
    failpoint('export.finished');
    if (isOurs) await this.mails.hurry(mailed);
    return isOurs;
  }
}
