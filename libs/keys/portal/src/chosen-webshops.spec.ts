import { TestBed } from '@angular/core/testing';
import { mostInBatch } from '@toonbank/keys/contract';
import { newId } from '@toonbank/primitives';
import { beforeEach, describe, expect, it } from 'vitest';
import { ChosenWebshops } from './chosen-webshops';

const rows = ['een', 'twee', 'drie'].map((host) => ({ webshopId: newId(), host }));
const [one, two, three] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
let chosen: ChosenWebshops;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [ChosenWebshops] });
  chosen = TestBed.inject(ChosenWebshops);
});

describe('choosing webshops in the list of keys', () => {
  it('turns one on and off', () => {
    chosen.turn([two]);
    expect([chosen.has(two), chosen.has(one), chosen.of(rows)]).toEqual([true, false, 'some']);
    chosen.turn([two]);
    expect([chosen.ids(), chosen.of(rows)]).toEqual([[], 'none']);
  });

  it('turns all that are shown on, then off, and leaves those of another page', () => {
    chosen.turn([three]);
    const shown = [one, two];
    chosen.turn([one]);
    chosen.turn(shown);
    expect([chosen.of(shown), chosen.ids().length]).toEqual(['all', 3]);
    chosen.turn(shown);
    expect(chosen.ids()).toEqual([three.webshopId]);
    expect(chosen.hosts()).toEqual({ [three.webshopId]: 'drie' });
  });

  it('chooses no row as all rows of an empty list', () => {
    expect(chosen.of([])).toBe('none');
  });

  it('says when they are more than one batch holds', () => {
    const many = Array.from({ length: mostInBatch }, () => ({ webshopId: newId(), host: 'x' }));
    chosen.turn(many);
    expect(chosen.isTooMany()).toBe(false);
    chosen.turn([one]);
    expect(chosen.isTooMany()).toBe(true);
    chosen.drop();
    expect(chosen.ids()).toEqual([]);
  });
});
