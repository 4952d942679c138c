import type { DropVerdict } from '@toonbank/keys/contract';

const hourMs = 3_600_000;

export interface OldKeyFacts {
  readonly cutOverAt: Date;
  readonly lastVerifiedAt: Date | null;
  readonly waitingOrders: number;
  /** How long the old key must have been silent. */
  readonly quietHours: number;
  readonly now: Date;
}

/**
 * Whether the old key can go. Each message that it verifies begins the quiet time anew; an order that
 * still waits may have its result signed with it.
 */
export function safeToDrop(facts: OldKeyFacts) {
  const { cutOverAt, lastVerifiedAt, waitingOrders, quietHours, now } = facts;
  const quietSince = new Date(Math.max(cutOverAt.getTime(), lastVerifiedAt?.getTime() ?? 0));
  const safeAt = new Date(quietSince.getTime() + quietHours * hourMs);
  return { isSafe: now >= safeAt && waitingOrders === 0, quietSince, safeAt };
}

/** The same as it is told. */
export function dropVerdict(facts: OldKeyFacts): DropVerdict {
  const { isSafe, quietSince, safeAt } = safeToDrop(facts);
  const { quietHours, waitingOrders } = facts;
  const moments = { quietSince: quietSince.toISOString(), safeAt: safeAt.toISOString() };
  return { isSafe, ...moments, quietHours, waitingOrders };
}
