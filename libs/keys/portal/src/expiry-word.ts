/** When something runs out: the moment, and the days of the calendar until then as the server counted. */
interface Expiry {
  readonly at: string | null;
  readonly daysLeft: number | null;
}

/** The word that says in how many days a key runs out, or how many ago it did; days are never negative. */
export function expiryWord({ at, daysLeft }: Expiry, nowMs: number) {
  const days = daysLeft ?? 0;
  // It may run out while the page is open; a clock that is behind does not bring it back.
  const isOver = days < 0 || (at !== null && Date.parse(at) <= nowMs);
  if (isOver) return { word: overWord(days), days: Math.max(0, -days) } as const;
  return { word: days === 0 ? 'today' : days === 1 ? 'inOneDay' : 'inDays', days } as const;
}

function overWord(days: number): 'expiredToday' | 'expiredYesterday' | 'expired' {
  if (days >= 0) return 'expiredToday';
  return days === -1 ? 'expiredYesterday' : 'expired';
}
