import { Injectable, Logger } from '@nestjs/common';
import { Agencies } from '@toonbank/agency/server';
import type { ExportLook } from '@toonbank/exports/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { exportProblems } from '../export-problems';
import { ExportStore } from '../export-store';
import { fileName } from '../export-views';
import { writers } from '../making/writers';
import { ExportLinks, type OpenLink } from './export-links';

/** What links open: looked at, and sent. */
@Injectable()
export class ExportFiles {
  private readonly logger = new Logger('Exports');

  constructor(
    private readonly links: ExportLinks,
    private readonly store: ExportStore,
    private readonly agencies: Agencies,
  ) {}

  /** Uses nothing up: so who looks, and what looks into mails before people do, takes nothing away. */
  async look(token: string): Promise<ExportLook> {
    const { scope, link, row } = await this.links.open(token);
    const { name: agency, language } = await this.agencies.own(scope);
    const { kind, from, until, rows } = row;
    return {
      ...{ agency, language, kind, from, until, rows, name: fileName(row), bytes: row.bytes ?? 0 },
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  async send(token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const opened = await this.links.open(token);
    const { row } = opened;
    const file = await this.store.open(row.fileKey!);
    if (!file) throw exportProblems.removed();
    // Handed over to the last byte; one that broke off closes without this.
    if (request.method === 'GET') reply.raw.once('finish', () => void this.used(opened));
    await reply
      .header('content-type', writers[row.format].mediaType)
      .header('content-length', file.bytes)
      .header('content-disposition', `attachment; filename="${fileName(row)}"`)
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .send(file.stream);
  }

  /** Nobody waits for this any more. Where it fails the link opens once more: better than not at all. */
  private async used(opened: OpenLink): Promise<void> {
    await this.links.use(opened).catch((error: Error) => {
      this.logger.warn(`link ${opened.link.id} could not be used up: ${error.message}`);
    });
  }
}
