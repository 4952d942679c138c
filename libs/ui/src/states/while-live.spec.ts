import { DOCUMENT } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calmMs, whileLive } from './while-live';

const isLive = signal(true);
const reload = vi.fn();

@Component({ template: '' })
class Watching {
  readonly page = inject(DOCUMENT);

  constructor() {
    whileLive(isLive, { reload }, calmMs);
  }
}

let fixture: ComponentFixture<Watching>;

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  isLive.set(true);
  fixture = TestBed.createComponent(Watching);
  // Stands still with the timers if it waited to be stable.
  TestBed.tick();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const readsIn = (ms: number) => {
  reload.mockClear();
  vi.advanceTimersByTime(ms);
  return reload.mock.calls.length;
};

describe('a page that follows what moves', () => {
  it('reads again at its pace, until it moves no more', () => {
    expect(readsIn(20_000)).toBe(4);
    isLive.set(false);
    TestBed.tick();
    expect([readsIn(60_000), vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('leaves no timer and no listener behind', () => {
    const { page } = fixture.componentInstance;
    const dropped = vi.spyOn(page, 'removeEventListener');
    fixture.destroy();
    expect([readsIn(60_000), vi.getTimerCount()]).toEqual([0, 0]);
    expect(dropped.mock.calls.map(([sign]) => sign)).toContain('pointermove');
    page.dispatchEvent(new Event('keydown'));
    expect(reload).not.toHaveBeenCalled();
  });

  it('reads nothing while nobody looks', () => {
    const hidden = vi.spyOn(fixture.componentInstance.page, 'hidden', 'get').mockReturnValue(true);
    expect(readsIn(60_000)).toBe(0);
    hidden.mockReturnValue(false);
    expect(readsIn(10_000)).toBe(2);
  });

  it('rests when nobody touches it, so that it keeps no session alive, and goes on at a touch', () => {
    expect(readsIn(10 * 60_000)).toBe(59);
    expect(readsIn(60_000)).toBe(0);
    fixture.componentInstance.page.dispatchEvent(new Event('keydown'));
    expect(reload).toHaveBeenCalledOnce();
    expect(readsIn(20_000)).toBe(4);
  });
});
