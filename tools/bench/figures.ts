/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that `share` of the sorted values do not exceed (nearest rank). */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new Error('There is no percentile of nothing.');
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1]!;
}

/** When the nth request of an open loop is due, in milliseconds from its start: the answers do not matter. */
export function dueAt(nth: number, perSecond: number): number {
  return (nth * 1_000) / perSecond;
}

export interface Bar {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly bar: number;
  readonly aim: number;
  /** Whether more is better; a ratio is, a latency is not. */
  readonly higher: boolean;
  readonly unit: string;
}

export function verdict({ value, bar, aim, higher }: Bar): 'aim' | 'bar' | 'below' {
  const reaches = (limit: number) => (higher ? value >= limit : value <= limit);
  if (reaches(aim)) return 'aim';
  return reaches(bar) ? 'bar' : 'below';
}
