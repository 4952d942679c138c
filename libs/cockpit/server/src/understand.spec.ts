import { describe, expect, it } from 'vitest';
import { understand } from './understand';

const today = '2026-11-25'; // A Wednesday.

describe('the search field', () => {
  it.each([
    ['84,95 dinsdag', { amount: 8495, day: '2026-11-24', text: '' }],
    ['84.95 tuesday', { amount: 8495, day: '2026-11-24', text: '' }],
    ['woensdag', { day: today, text: '' }],
    ['€ 1.284,50', { amount: 128450, text: '' }],
    ['€84', { amount: 8400, text: '' }],
    ['17 nov', { day: '2026-11-17', text: '' }],
    ['17 november 2025', { day: '2025-11-17', text: '' }],
    // A day that has yet to come this year was meant of the year before.
    ['24-12', { day: '2025-12-24', text: '' }],
    ['3 mar', { day: '2026-03-03', text: '' }],
    ['3 maart', { day: '2026-03-03', text: '' }],
    ['2026-11-17', { day: '2026-11-17', text: '' }],
    ['gisteren 12,50', { amount: 1250, day: '2026-11-24', text: '' }],
    ['vandaag', { day: today, text: '' }],
    ['DF2026004811', { text: 'DF2026004811' }],
    // Digits alone are a number of an order or a webshop, not an amount.
    ['10042', { text: '10042' }],
    ['demo-kaas.example', { text: 'demo-kaas.example' }],
    ['Demo Kaas', { text: 'Demo Kaas' }],
    ['31-02', { text: '31-02' }],
    [
      '5B0F6C1E-0d5e-4d0c-9a54-7c1f2ab40e11',
      { id: '5b0f6c1e-0d5e-4d0c-9a54-7c1f2ab40e11', text: '' },
    ],
  ])('takes %s for what it is', (q, expected) => {
    const nothing = { amount: undefined, day: undefined, id: undefined };
    expect(understand(q, today)).toEqual({ ...nothing, ...expected });
  });
});
