import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import type { Schedule, ScheduleMail, ScheduleRun } from '@toonbank/exports/contract';
import type { Tx } from '@toonbank/platform/db';
import { Post } from '@toonbank/platform/mail';
import type { Id } from '@toonbank/primitives';
import { Choices } from '../choices';
import type { ExportEntity } from '../export.entity';
import { choiceToWire } from '../export-views';
import { ExportsRepository } from '../exports.repository';
import { LinksRepository } from '../links/links.repository';
import { mailKind } from './export-mails';
import { rhythmOf, type ScheduleEntity } from './schedule.entity';

/** Schedules as they are told, with what became of their mails; in the caller's transaction. */
@Injectable()
export class ScheduleViews {
  constructor(
    private readonly choices: Choices,
    private readonly people: PeopleNames,
    private readonly exports: ExportsRepository,
    private readonly links: LinksRepository,
    private readonly post: Post,
  ) {}

  async one(tx: Tx, row: ScheduleEntity): Promise<Schedule> {
    const [told] = await this.all(tx, [row]);
    return told!;
  }

  async all(tx: Tx, rows: readonly ScheduleEntity[]): Promise<Schedule[]> {
    const nameOf = await this.choices.names(tx, rows);
    const people = await this.people.of(
      tx,
      rows.map(({ createdBy }) => createdBy),
    );
    const last = await this.exports.runs(tx, idsOf(rows), 1);
    const runs = new Map(
      (await this.runs(tx, last)).map((run, at) => [last[at]!.scheduleId!, run]),
    );
    return rows.map((row) => ({
      ...{ id: row.id, ...choiceToWire(row), about: nameOf(row), rhythm: rhythmOf(row) },
      ...{ recipients: row.recipients, language: row.language, paused: row.pausedAt !== null },
      ...{ nextAt: row.nextAt.toISOString(), nextFrom: row.nextFrom },
      createdAt: row.createdAt.toISOString(),
      createdBy: (row.createdBy && people.get(row.createdBy)) ?? null,
      lastRun: runs.get(row.id) ?? null,
    }));
  }

  /** In the order of the rows. */
  async runs(tx: Tx, rows: readonly ExportEntity[]): Promise<ScheduleRun[]> {
    const mails = await this.mails(tx, idsOf(rows));
    return rows.map(({ id: exportId, dueAt, from, until, state }) => ({
      ...{ exportId, dueAt: dueAt!.toISOString(), from, until, state },
      mails: mails.get(exportId) ?? [],
    }));
  }

  private async mails(tx: Tx, exportIds: readonly Id[]) {
    const links = await this.links.mailed(tx, exportIds);
    const states = await this.post.states(tx, mailKind, idsOf(links));
    // Of an address that was mailed again, the last mail tells how it is.
    const told = new Map<Id, ScheduleMail[]>();
    for (const { id, exportId, sentTo: to, usedAt } of links) {
      const mail = states.get(id);
      if (!mail) continue;
      const { state, at, trouble } = mail;
      const line = { to: to!, state, at: at.toISOString(), trouble, used: usedAt !== null };
      const others = (told.get(exportId) ?? []).filter((other) => other.to !== line.to);
      told.set(exportId, [...others, line]);
    }
    return told;
  }
}

function idsOf(rows: readonly { readonly id: Id }[]): Id[] {
  return rows.map(({ id }) => id);
}
