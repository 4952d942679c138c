import { expect, it } from 'vitest';
import { lastDayToDoIt, toDoAtBank } from './ending-at-bank';

const [june, july] = ['2027-06-30', '2027-07-31'];

it.each([
  [null, null, null, null],
  [june, null, 'end', june],
  [june, june, null, june],
  [july, june, 'move', june],
  [june, july, 'move', june],
  [null, june, 'undo', june],
])(
  'of %s here and %s at the bank there is to do: %s, until %s',
  (endsOn, bankEndsOn, does, day) => {
    expect(toDoAtBank({ endsOn, bankEndsOn })).toBe(does);
    expect(lastDayToDoIt({ endsOn, bankEndsOn })).toBe(day);
  },
);
