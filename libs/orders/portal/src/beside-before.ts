/** How an amount stands beside an earlier one: a word of `orders.today`, and by how much they differ. */
export interface Beside {
  readonly word: 'more' | 'less' | 'same' | 'none';
  /** Whole cents; undefined when there is no difference to tell. */
  readonly cents?: number;
}

export function besideBefore(now: number, before: number): Beside {
  if (before === 0) return { word: 'none' };
  if (now === before) return { word: 'same' };
  return { word: now > before ? 'more' : 'less', cents: Math.abs(now - before) };
}
