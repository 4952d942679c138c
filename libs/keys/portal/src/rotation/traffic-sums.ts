import type { KeyTraffic } from '@toonbank/keys/contract';

/** Messages under one key in the last 24 hours, and in the 24 before. */
export interface Days {
  readonly last: number;
  readonly before: number;
}

export function lastDays(hours: KeyTraffic['hours']): { readonly old: Days; readonly fresh: Days } {
  const sum = (key: 'old' | 'fresh', from: number, to?: number) =>
    hours.slice(from, to).reduce((total, hour) => total + hour[key], 0);
  const days = (key: 'old' | 'fresh') => ({ last: sum(key, -24), before: sum(key, -48, -24) });
  return { old: days('old'), fresh: days('fresh') };
}
