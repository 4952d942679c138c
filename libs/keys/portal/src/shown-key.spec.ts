import { TestBed } from '@angular/core/testing';
import { newId } from '@toonbank/primitives';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShownKey } from './shown-key';

const pair = newId();
const key = 'signing-key';
const answer = { value: 'in the clear', hideAfterSeconds: 30 };
let shown: ShownKey;

beforeEach(() => {
  vi.useFakeTimers();
  TestBed.configureTestingModule({ providers: [ShownKey] });
  shown = TestBed.inject(ShownKey);
  shown.show({ pair, key }, answer);
});
afterEach(() => vi.useRealTimers());

describe('a key on the screen', () => {
  it('is there for as many seconds as the server says', () => {
    vi.advanceTimersByTime(29_000);
    expect(shown.valueOf({ pair, key })).toBe(answer.value);
    vi.advanceTimersByTime(1_500);
    expect(shown.valueOf({ pair, key })).toBeUndefined();
    expect(shown.secondsLeft()).toBeUndefined();
  });

  it('is shown of no other pair and as no other key', () => {
    expect(shown.valueOf({ pair: newId(), key })).toBeUndefined();
    expect(shown.valueOf({ pair, key: 'refresh-token' })).toBeUndefined();
  });

  it.each([
    ['another window', () => window.dispatchEvent(new Event('blur'))],
    ['another tab', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('is gone when somebody turns to %s', (_where, turn) => {
    turn();
    expect(shown.valueOf({ pair, key })).toBeUndefined();
  });

  it('is gone with the page, and an answer that comes later is dropped', () => {
    TestBed.resetTestingModule();
    expect(shown.valueOf({ pair, key })).toBeUndefined();
    shown.show({ pair, key }, answer);
    expect(shown.valueOf({ pair, key })).toBeUndefined();
  });
});
