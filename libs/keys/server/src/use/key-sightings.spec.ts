import { signingKey } from '@toonbank/smart-pay';
import { newId } from '@toonbank/primitives';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../signing-keys';
import { KeySightings } from './key-sightings';

const candidate: Candidate = {
  ...{ agencyId: newId(), merchantId: newId(), webshopId: newId() },
  environment: 'sandbox',
  version: 1,
  key: signingKey(`${'A'.repeat(43)}=`),
};
const at = (time: string) => Date.parse(`2027-01-31T${time}Z`);
const all = () => true;

describe('what was seen of a signing key', () => {
  it('is counted per hour, and taken out once', () => {
    const sightings = new KeySightings();
    for (const time of ['10:00:00', '10:59:59', '11:00:00']) sightings.add(candidate, at(time));
    const [one, ...others] = sightings.take(all);
    expect(others).toEqual([]);
    expect(one!.lastAt).toEqual(new Date(at('11:00:00')));
    expect([...one!.hours]).toEqual([
      [at('10:00:00'), 2],
      [at('11:00:00'), 1],
    ]);
    expect(sightings.isEmpty).toBe(true);
  });

  it('is added up with what was seen meanwhile when it could not be written', () => {
    const sightings = new KeySightings();
    sightings.add(candidate, at('10:30:00'));
    sightings.add(candidate, at('11:30:00'));
    const [failed] = sightings.take(all);
    sightings.add(candidate, at('11:10:00'));
    sightings.putBack(failed!);
    const [again] = sightings.take(all);
    expect([...again!.hours].sort()).toEqual([
      [at('10:00:00'), 1],
      [at('11:00:00'), 2],
    ]);
    expect(again!.lastAt).toEqual(new Date(at('11:30:00')));
  });
});
