import { Injectable } from '@nestjs/common';
import {
  type ListedOrder,
  type OrderChangesQuery,
  orderStatusChanged,
} from '@toonbank/orders/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { lookBack, Outbox, type OutboxEventEntity } from '@toonbank/platform/outbox';
import { Live } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { Observable } from 'rxjs';
import { environmentOf } from './orders.service';
import { OrdersRepository } from './orders.repository';
import { OrderViews } from './order-views';

/** One order as it is now, because its status changed. */
export interface OrderChange {
  readonly id: Id;
  readonly data: ListedOrder;
}

const roundMs = 5_000;
const batch = 200;
const headStartMs = 10_000;
/** A stream ends after this long and the browser opens another: rights are looked at again. */
const streamMs = 5 * 60_000;

/**
 * Streams of changed orders. The outbox is the truth, read every few seconds; a word over Redis only
 * makes the next round come at once.
 */
@Injectable()
export class OrderChanges {
  constructor(
    private readonly work: Work,
    private readonly outbox: Outbox,
    private readonly orders: OrdersRepository,
    private readonly views: OrderViews,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /**
   * From a moment ago on, or from the event that a reader saw last. The moment is there because a
   * list is read before its changes are followed: nothing may fall through between the two.
   */
  follow(scope: Scope, query: OrderChangesQuery, lastSeen?: Id): Observable<OrderChange> {
    const environment = environmentOf(scope, query.environment);
    const start = lastSeen ? timeOf(lastSeen) : new Date(this.clock.millis() - headStartMs);
    const wanted = (event: OutboxEventEntity) =>
      event.environment === environment &&
      (!query.merchantId || event.merchantId === query.merchantId) &&
      (!query.webshopId || event.webshopId === query.webshopId) &&
      (lastSeen ? event.id > lastSeen : event.createdAt >= start);
    return new Observable((subscriber) => {
      const reader = new Reader(start, wanted);
      const round = serial(async () => {
        const changes = await this.work.read(scope, (tx) => this.read(tx, reader));
        changes.forEach((change) => subscriber.next(change));
      });
      const look = () => void round().catch((error: unknown) => subscriber.error(error));
      const stopListening = this.live.listen(scope.agencyId, look);
      const timer = setInterval(look, roundMs);
      const end = setTimeout(() => subscriber.complete(), streamMs);
      look();
      return () => {
        stopListening();
        clearInterval(timer);
        clearTimeout(end);
      };
    });
  }

  private async read(tx: Tx, reader: Reader): Promise<OrderChange[]> {
    const fresh: OutboxEventEntity[] = [];
    let after = reader.from();
    for (;;) {
      const events = await this.outbox.after(tx, { type: orderStatusChanged }, after, batch);
      fresh.push(...reader.unseen(events));
      if (events.length < batch) break;
      after = events.at(-1)!.id;
    }
    const ids = [...new Set(fresh.map(orderIdOf))];
    const listed = await this.views.listed(tx, await this.orders.findSome(tx, ids));
    const orders = new Map(listed.map((order) => [order.id, order]));
    return fresh.flatMap((event) => {
      const order = orders.get(orderIdOf(event));
      return order ? [{ id: event.id, data: order }] : [];
    });
  }
}

/** Remembers how far a stream has read, and what it has seen of the stretch that is read again. */
class Reader {
  private seen = new Set<Id>();
  private newest: Date;

  constructor(
    start: Date,
    private readonly wanted: (event: OutboxEventEntity) => boolean,
  ) {
    this.newest = start;
  }

  from(): Id {
    return lookBack(this.newest);
  }

  unseen(events: readonly OutboxEventEntity[]): OutboxEventEntity[] {
    const fresh = events.filter((event) => !this.seen.has(event.id));
    for (const event of fresh) {
      this.seen.add(event.id);
      if (event.createdAt > this.newest) this.newest = event.createdAt;
    }
    if (this.seen.size > 5_000) {
      const floor = lookBack(this.newest);
      this.seen = new Set([...this.seen].filter((id) => id >= floor));
    }
    return fresh.filter(this.wanted);
  }
}

/** One round at a time; a call during a round makes exactly one more follow it. */
function serial(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    again = true;
    running ??= run().finally(() => (running = undefined));
    return running;
  };
}

function orderIdOf(event: OutboxEventEntity): Id {
  return (event.payload as { orderId: Id }).orderId;
}

/** The moment a version 7 UUID was made. */
function timeOf(id: Id): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
