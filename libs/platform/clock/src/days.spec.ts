import { expect, it } from 'vitest';
import { sameTimeOn } from './days';

it.each([
  ['an ordinary week', '2026-11-17', '2026-11-24T09:41:07.204Z', '2026-11-17T09:41:07.204Z'],
  // The clocks went back on 25 October: nine in the morning was an hour sooner by the sun.
  ['from winter to summer', '2026-10-20', '2026-10-27T08:00:00.000Z', '2026-10-20T07:00:00.000Z'],
  ['from summer to winter', '2026-03-27', '2026-04-03T07:00:00.000Z', '2026-03-27T08:00:00.000Z'],
  ['a time that came twice', '2026-10-25', '2026-11-01T01:30:00.000Z', '2026-10-25T00:30:00.000Z'],
  ['a time that was skipped', '2026-03-29', '2026-04-05T00:30:00.000Z', '2026-03-29T01:30:00.000Z'],
  ['midnight', '2026-11-17', '2026-11-23T23:00:00.000Z', '2026-11-16T23:00:00.000Z'],
])('finds the same time of another day: %s', (_, day, at, same) => {
  expect(sameTimeOn(day, new Date(at)).toISOString()).toBe(same);
});
