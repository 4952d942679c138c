import type { Refused } from './carrier';

/** What becomes of a mail that the server did not take. */
export type Decision =
  | { readonly kind: 'again'; readonly at: Date }
  | { readonly kind: 'given-up'; readonly why: string };

const minutes = [1, 5, 15, 60, 120, 240] as const;

/**
 * A server that says "never" of a mail (5yz of RFC 5321, section 4.2.1) is believed; everything else is tried
 * again, each time after a longer wait, until the letter is worth nothing. `tries` counts this one.
 */
export function decideEnd(
  refused: Refused,
  { tries, now, worthUntil }: { tries: number; now: Date; worthUntil: Date },
): Decision {
  if (refused.isFinal) return { kind: 'given-up', why: refused.why };
  const wait = minutes[Math.min(tries, minutes.length) - 1] ?? minutes[0];
  const at = new Date(now.getTime() + wait * 60_000);
  return at < worthUntil ? { kind: 'again', at } : { kind: 'given-up', why: refused.why };
}
