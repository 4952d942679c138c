import type { INestApplication } from '@nestjs/common';
import { type Scope, Work } from '@toonbank/platform/db';
import { lookBack, Outbox, WaitTold } from '@toonbank/platform/outbox';
import type * as z from 'zod';

/** What was told of something that waits. */
export type ToldWait = NonNullable<z.infer<typeof WaitTold.payload>['waiting']>;

/** What waits on somebody, as the rooms of an application told the list of tasks. Oldest first. */
export async function waitsOf(app: INestApplication, scope: Scope): Promise<ToldWait[]> {
  const from = lookBack(new Date(0));
  const events = await app
    .get(Work)
    .read(scope, (tx) => app.get(Outbox).after(tx, WaitTold, from, 1_000));
  const open = new Map<string, ToldWait>();
  for (const event of events) {
    const { key, waiting } = WaitTold.payload.parse(event.payload);
    open.delete(key);
    if (waiting) open.set(key, waiting);
  }
  return [...open.values()];
}
