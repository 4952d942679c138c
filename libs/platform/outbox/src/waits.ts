import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import { type Environment, Id, Right, TaskKind } from '@toonbank/primitives';
import * as z from 'zod';
import { heardEvent } from './event';
import { Outbox } from './outbox';

/** Who has the ball. */
export const WaitsOn = z.enum(['agency', 'merchant', 'bank', 'billink']);
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
      /** Null in what was told before every wait had a clock. */
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
  /** When it is late: nothing waits without a clock. */
  readonly dueAt: Date;
  /** For the words of the task: numbers, names, cents. No secrets, nothing of a shopper. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** How a room says what waits on whom, in the transaction that makes it so. */
@Injectable()
export class Waits {
  constructor(private readonly outbox: Outbox) {}

  open(tx: Tx, ...waitings: readonly Waiting[]): Promise<void> {
    const tellings = waitings.map((waiting) => {
      const { key, kind, subjectId, on, right, since, dueAt, facts } = waiting;
      const { merchantId, webshopId, environment } = waiting;
      const payload: Told = {
        key,
        isOver: false,
        waiting: {
          ...{ kind, subjectId, on, right, facts: { ...facts } },
          ...{ since: since.toISOString(), dueAt: dueAt.toISOString() },
        },
      };
      return { merchantId, webshopId, environment, payload };
    });
    return this.outbox.add(tx, WaitTold, tellings);
  }

  /** Harmless when nothing waited. */
  close(tx: Tx, ...keys: readonly string[]): Promise<void> {
    const { merchantId } = tx.scope;
    const tellings = keys.map((key) => ({
      ...{ merchantId, payload: { key, isOver: true, waiting: null } },
    }));
    return this.outbox.add(tx, WaitTold, tellings);
  }
}
