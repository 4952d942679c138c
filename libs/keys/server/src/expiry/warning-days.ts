import { dayAfter, dayOf, sameTimeOn } from '@toonbank/platform/clock';

/** How many days before a key expires people are warned. */
export const warningDays = [60, 30, 14, 7, 1] as const;

const dayMs = 86_400_000;

/** When the first warning is due, also when that has passed: then it is due now. Null: never. */
export function firstWarning(expiresAt: Date | null): Date | null {
  return expiresAt && daysBefore(expiresAt, warningDays[0]);
}

/** When the next is due after one that is given now; those that were missed are not made up for. */
export function warningAfter(expiresAt: Date, now: Date): Date | null {
  const moments = warningDays.map((days) => daysBefore(expiresAt, days));
  return moments.find((moment) => moment > now) ?? null;
}

/** As of when a warning counts that is given now: what is due later today goes along with the first. */
export function countsFrom(warnAt: Date, now: Date): Date {
  return warnAt > now ? warnAt : now;
}

/** Never beside the day that counts so many: the clocks may change in between. */
function daysBefore(moment: Date, days: number): Date {
  const at = new Date(moment.getTime() - days * dayMs);
  const day = dayAfter(dayOf(moment), -days);
  return dayOf(at) === day ? at : sameTimeOn(day, moment);
}
