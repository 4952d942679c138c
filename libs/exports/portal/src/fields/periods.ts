import { daysAfter } from '@toonbank/ui/look';

export const presets = [
  'last-month',
  'this-month',
  'last-quarter',
  'this-year',
  'last-year',
] as const;
export type Preset = (typeof presets)[number];

/** Dutch days; both are part of it. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/** The days of a preset, seen from a day such as `2026-11-17`. */
export function daysOf(preset: Preset, today: string): Days {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (preset) {
    case 'last-month':
      return { from: firstOf(year, month - 1), until: dayBefore(firstOf(year, month)) };
    case 'this-month':
      return { from: firstOf(year, month), until: today };
    case 'last-quarter': {
      const first = month - ((month - 1) % 3);
      return { from: firstOf(year, first - 3), until: dayBefore(firstOf(year, first)) };
    }
    case 'this-year':
      return { from: firstOf(year, 1), until: today };
    case 'last-year':
      return { from: firstOf(year - 1, 1), until: dayBefore(firstOf(year, 1)) };
  }
}

/** The preset that these days are; undefined when somebody chose days of their own. */
export function presetOf({ from, until }: Days, today: string): Preset | undefined {
  return presets.find((preset) => {
    const days = daysOf(preset, today);
    return days.from === from && days.until === until;
  });
}

/** Months count on: month 0 is December of the year before. */
function firstOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return daysAfter(day, -1);
}
