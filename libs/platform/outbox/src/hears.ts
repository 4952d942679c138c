import { DiscoveryService } from '@nestjs/core';
import type { Tx } from '@toonbank/platform/db';
import type { Environment, Id } from '@toonbank/primitives';
import type { EventType } from './event';

/** An event as a hearer gets it. */
export interface Heard<T> {
  readonly id: Id;
  readonly merchantId: Id | null;
  readonly webshopId: Id | null;
  readonly environment: Environment | null;
  readonly payload: T;
  readonly createdAt: Date;
}

/** What hears one kind of event. Its changes and the receipt are one transaction. */
export interface Hearer<T> {
  /**
   * Events of an agency come about in the order in which they happened, but not surely: one that
   * failed is brought again after others. A hearer that minds compares ids.
   */
  hear(tx: Tx, event: Heard<T>): Promise<void>;
}

interface Hearing {
  readonly event: EventType<Record<string, unknown>>;
  /** Stands on the receipt: renamed, it hears everything that waits once more. */
  readonly name: string;
}

/** Marks a provider as the hearer of an event; the worker's relay finds it by this. */
export const Hears = DiscoveryService.createDecorator<Hearing>();
