import { newId } from '@toonbank/primitives';
import { describe, expect, it } from 'vitest';
import { idsIn, textOf } from './chosen-ids';

describe('webshops in an address', () => {
  const [one, two] = [newId(), newId()];

  it('are read as they were written, each once', () => {
    expect(idsIn(textOf([one, two]))).toEqual([one, two]);
    expect(idsIn(textOf([one, two, one]))).toEqual([one, two]);
  });

  it('are those that are whole', () => {
    expect(idsIn(`${one},${two.slice(0, 20)}`)).toEqual([one]);
    expect(idsIn('all,')).toEqual([]);
    expect(idsIn(undefined)).toEqual([]);
  });
});
