import { Injectable } from '@nestjs/common';
import { lateAfter } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { type Heard, type Hearer, Hears, WaitTold } from '@toonbank/platform/outbox';
import type * as z from 'zod';
import { TasksRepository } from './tasks.repository';

type Told = z.infer<typeof WaitTold.payload>;

/** Whole days for what was told before every wait had a clock. */
const daysWithout = 7;

/** Keeps the list of tasks as the rooms tell it. */
@Injectable()
@Hears({ event: WaitTold, name: 'tasks' })
export class TaskHearer implements Hearer<Told> {
  constructor(private readonly tasks: TasksRepository) {}

  async hear(tx: Tx, event: Heard<Told>): Promise<void> {
    const { id: toldBy, merchantId, webshopId, environment, createdAt } = event;
    const { key, waiting } = event.payload;
    if (!waiting) return this.tasks.close(tx, { key, toldBy, at: createdAt });
    const { kind, subjectId, on: waitsOn, right: needsRight, facts, since, dueAt } = waiting;
    await this.tasks.open(tx, {
      ...{ key, toldBy, merchantId, webshopId, environment, kind, subjectId, waitsOn, needsRight },
      ...{
        since: new Date(since),
        dueAt: dueAt ? new Date(dueAt) : lateAfter(createdAt, daysWithout),
        facts,
      },
    });
  }
}
