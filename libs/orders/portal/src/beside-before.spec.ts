import { expect, it } from 'vitest';
import { besideBefore } from './beside-before';

it.each([
  [18_130, 14_310, { word: 'more', cents: 3_820 }],
  [14_310, 18_130, { word: 'less', cents: 3_820 }],
  [14_310, 14_310, { word: 'same' }],
  [0, 14_310, { word: 'less', cents: 14_310 }],
  // Beside nothing, more or less means nothing.
  [14_310, 0, { word: 'none' }],
  [0, 0, { word: 'none' }],
])('%i cents beside %i', (now, before, told) => {
  expect(besideBefore(now, before)).toEqual(told);
});
