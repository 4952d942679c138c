const hourMs = 3_600_000;

/** How long the old key must have been silent. */
export const quietHours = 24;

export interface OldKeyFacts {
  readonly cutOverAt: Date;
  readonly lastVerifiedAt: Date | null;
  readonly waitingOrders: number;
  readonly now: Date;
}

/**
 * Whether the old key can go. Each message that it verifies begins the quiet time anew; an order that
 * still waits may have its result signed with it.
 */
export function safeToDrop({ cutOverAt, lastVerifiedAt, waitingOrders, now }: OldKeyFacts) {
  const quietSince = new Date(Math.max(cutOverAt.getTime(), lastVerifiedAt?.getTime() ?? 0));
  const safeAt = new Date(quietSince.getTime() + quietHours * hourMs);
  return { isSafe: now >= safeAt && waitingOrders === 0, quietSince, safeAt };
}
