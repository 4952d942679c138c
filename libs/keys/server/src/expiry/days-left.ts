import { dayOf } from '@toonbank/platform/clock';

const dayMs = 86_400_000;

/**
 * Days of the calendar in the Netherlands until a key expires, as the portal and the mail tell them:
 * 0 is today, below 0 it expired so many days ago.
 */
export function daysLeft(expiresAt: Date, now: Date): number {
  return Math.round((noonOf(expiresAt) - noonOf(now)) / dayMs);
}

/** Also on its last day: from the moment itself on. */
export function hasExpired(expiresAt: Date, now: Date): boolean {
  return expiresAt <= now;
}

/** Of the day that it is there, so that days of 23 and of 25 hours count as one. */
function noonOf(at: Date): number {
  return Date.parse(`${dayOf(at)}T12:00:00Z`);
}
