import { Injectable } from '@nestjs/common';
import type { Export, ExportPage, ExportQuery, RequestExport } from '@toonbank/exports/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import { Hints } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { ExportRequests } from './export-requests';
import { ExportViews } from './export-views';
import { ExportsRepository } from './exports.repository';
import { MakeExport } from './making/make-export.job';

const list = 'exports';

/** Exports: asked for and looked at. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly requests: ExportRequests,
    private readonly views: ExportViews,
    private readonly cursors: Cursors,
    private readonly hints: Hints,
  ) {}

  async request(scope: Scope, asked: RequestExport): Promise<Export> {
    const made = await this.requests.ask(scope, asked);
    await this.hints.add(MakeExport, [{ agencyId: scope.agencyId, exportId: made.id }]);
    return made;
  }

  get(scope: Scope, id: Id): Promise<Export> {
    return this.work.read(scope, async (tx) => {
      const row = await this.exports.find(tx, id);
      if (!row) throw Problem.notFound('export');
      return this.views.one(tx, row);
    });
  }

  page(scope: Scope, query: ExportQuery): Promise<ExportPage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const rows = await this.exports.page(tx, query, after);
      const { page, last } = cutPage(rows, query.limit);
      const key = last && [last.requestedAt.toISOString(), last.id];
      return {
        items: await this.views.all(tx, page),
        next: key ? this.cursors.write(list, agencyId, key) : null,
      };
    });
  }

  cancel(scope: Scope, id: Id): Promise<Export> {
    return this.requests.cancel(scope, id);
  }
}
