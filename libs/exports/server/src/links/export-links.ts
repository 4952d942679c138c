import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import type { ExportLink } from '@toonbank/exports/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import type { ExportEntity } from '../export.entity';
import { exportProblems } from '../export-problems';
import { ExportsRepository } from '../exports.repository';
import { ExportTokens } from './export-tokens';
import type { LinkEntity } from './link.entity';
import { LinksRepository } from './links.repository';

/** One that is handed out on a page is used at once. */
const onPageMs = 10 * 60_000;

/** What a link opens now. */
export interface OpenLink {
  readonly scope: Scope;
  readonly link: LinkEntity;
  readonly row: ExportEntity;
}

/** Links to files. Whoever holds one may fetch the file, once, until it runs out. */
@Injectable()
export class ExportLinks {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly links: LinksRepository,
    private readonly tokens: ExportTokens,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** For the page of who may make exports. Throws a problem when there is no file. */
  make(scope: Scope, exportId: Id): Promise<ExportLink> {
    return this.work.run(scope, async (tx) => {
      const row = await this.exports.find(tx, exportId);
      if (!row) throw Problem.notFound('export');
      demandFile(row);
      const link = newLink(row, { sentTo: null, expiresAt: this.later(onPageMs) });
      await this.links.insert(tx, [link]);
      await this.audit.record(tx, {
        act: 'export.fetched',
        ...(row.ofMerchantId && { merchantId: row.ofMerchantId }),
        subject: { kind: 'export', id: row.id },
        detail: { content: row.kind, from: row.from, until: row.until },
      });
      return {
        url: this.tokens.fileUrl(link),
        expiresAt: link.expiresAt.toISOString(),
      };
    });
  }

  /** Throws a problem that says why it opens nothing. */
  async open(token: string): Promise<OpenLink> {
    const opened = this.tokens.read(token);
    if (!opened) throw exportProblems.linkUnknown();
    if (opened.expiresAt <= this.clock.now()) throw exportProblems.linkLate();
    const scope = systemScope(opened.agencyId, 'export-link');
    return this.work.read(scope, async (tx) => {
      const link = await this.links.find(tx, opened.linkId);
      const row = link && (await this.exports.find(tx, link.exportId));
      if (!row) throw exportProblems.linkUnknown();
      if (link.usedAt) throw exportProblems.linkUsed();
      demandFile(row);
      return { scope, link, row };
    });
  }

  /** The file went out whole: the link opens nothing any more. One that broke off may be tried again. */
  use({ scope, link }: OpenLink): Promise<void> {
    return this.work.run(scope, (tx) => this.links.use(tx, link.id, this.clock.now()));
  }

  private later(ms: number): Date {
    return new Date(this.clock.millis() + ms);
  }
}

export function newLink(
  { agencyId, merchantId, id: exportId, keptUntil }: ExportEntity,
  { sentTo, expiresAt }: { readonly sentTo: string | null; readonly expiresAt: Date },
): LinkEntity {
  const until = keptUntil && keptUntil < expiresAt ? keptUntil : expiresAt;
  return { agencyId, id: newId(), merchantId, exportId, sentTo, expiresAt: until, usedAt: null };
}

/** Throws a problem that says why there is none. */
export function demandFile({ state, fileKey }: ExportEntity): void {
  if (state !== 'done') throw exportProblems.notDone(state);
  if (!fileKey) throw exportProblems.removed();
}
