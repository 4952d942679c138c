import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import type { Export } from '@toonbank/exports/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Choice } from './choice.columns';
import { Choices } from './choices';
import type { ExportEntity } from './export.entity';
import { writers } from './making/writers';

/** Exports as they are told; in the caller's transaction. */
@Injectable()
export class ExportViews {
  constructor(
    private readonly choices: Choices,
    private readonly people: PeopleNames,
  ) {}

  async one(tx: Tx, row: ExportEntity): Promise<Export> {
    const [told] = await this.all(tx, [row]);
    return told!;
  }

  async all(tx: Tx, rows: readonly ExportEntity[]): Promise<Export[]> {
    const nameOf = await this.choices.names(tx, rows);
    const people = await this.people.of(
      tx,
      rows.map(({ requestedBy }) => requestedBy),
    );
    return rows.map((row) => ({
      ...factsOf(row),
      about: nameOf(row),
      requestedBy: (row.requestedBy && people.get(row.requestedBy)) ?? null,
    }));
  }
}

/** What is exported, as exports and schedules tell it. */
export function choiceToWire(row: Choice) {
  const { environment, kind, format, numbers, ofMerchantId: merchantId, shopId, webshopId } = row;
  return { environment, kind, format, numbers, merchantId, shopId, webshopId };
}

/** Ours: it holds nothing that a header could stumble over. */
export function fileName(row: ExportEntity): string {
  const { environment, kind, from, until, format } = row;
  const place = environment === 'sandbox' ? 'sandbox-' : '';
  return `${place}${kind}_${from}_${until}.${writers[format].extension}`;
}

function factsOf(row: ExportEntity): Omit<Export, 'about' | 'requestedBy'> {
  const { id, from, until, state, rows, total, trouble, bytes, keptUntil, scheduleId } = row;
  return {
    ...{ id, ...choiceToWire(row), from, until, state, rows, total, trouble, scheduleId },
    file:
      row.fileKey && keptUntil
        ? { name: fileName(row), bytes: bytes ?? 0, keptUntil: keptUntil.toISOString() }
        : null,
    requestedAt: row.requestedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
