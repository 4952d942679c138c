import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { type Environment, Id, Right, TaskKind } from '@toonbank/primitives';
import * as z from 'zod';
import { heardEvent } from './event';
import { Outbox } from './outbox';

/** Who has the ball. */
export const WaitsOn = z.enum(['agency', 'merchant', 'bank']);
export type WaitsOn = z.infer<typeof WaitsOn>;

const Told = z.strictObject({
  key: z.string().min(1).max(200),
  isOver: z.boolean(),
  waiting: z
    .strictObject({
      kind: TaskKind,
      subjectId: Id,
      on: WaitsOn,
      right: Right,
      since: z.iso.datetime(),
      dueAt: z.iso.datetime().nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
});
type Told = z.infer<typeof Told>;

/** That something waits on somebody, or does no longer. Heard by the room of tasks. */
export const WaitTold = heardEvent('wait.told', Told);

/** Something that waits on somebody. */
export interface Waiting {
  /** One thing that waits, for ever: `refund-approval:<id>`. The same key again changes the task. */
  readonly key: string;
  readonly kind: TaskKind;
  readonly merchantId?: Id | null;
  readonly webshopId?: Id | null;
  readonly environment?: Environment | null;
  readonly subjectId: Id;
  readonly on: WaitsOn;
  /** Who may do it. */
  readonly right: Right;
  readonly since: Date;
  /** When it is too late. */
  readonly dueAt?: Date | null;
  /** For the words of the task: numbers, names, cents. No secrets, nothing of a shopper. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** How a room says what waits on whom, in the transaction that makes it so. */
@Injectable()
export class Waits {
  constructor(private readonly outbox: Outbox) {}

  async open(tx: Tx, waiting: Waiting): Promise<void> {
    const { key, kind, subjectId, on, right, since, dueAt, facts } = waiting;
    const { merchantId, webshopId, environment } = waiting;
    const told: Told = {
      key,
      isOver: false,
      waiting: {
        ...{ kind, subjectId, on, right, facts: { ...facts } },
        ...{ since: since.toISOString(), dueAt: dueAt?.toISOString() ?? null },
      },
    };
    await this.outbox.add(tx, WaitTold, [{ merchantId, webshopId, environment, payload: told }]);
  }

  /** Harmless when nothing waited. */
  async close(tx: Tx, key: string): Promise<void> {
    const payload: Told = { key, isOver: true, waiting: null };
    await this.outbox.add(tx, WaitTold, [{ merchantId: tx.scope.merchantId, payload }]);
  }
}
