import { describe, expect, it } from 'vitest';
import { type Expiring, expiryLetter, mostNamed } from './expiry-letter';

const now = new Date('2027-03-01T09:00:00Z');
const publicUrl = 'https://toonbank.test';

function pair(number: number, changes: Partial<Expiring> = {}): Expiring {
  const daysLeft = changes.daysLeft ?? 14;
  const hasExpired = daysLeft < 0;
  return {
    ...{
      host: `winkel-${number}.example`,
      merchant: 'Bakker',
      environment: 'production',
      ...{ daysLeft, hasExpired },
    },
    expiresAt: new Date(now.getTime() + daysLeft * 86_400_000),
    url: `${publicUrl}/production/webshops/${number}`,
    ...changes,
  };
}

const letter = (language: 'nl' | 'en', pairs: readonly Expiring[]) =>
  expiryLetter({ language, from: 'Bureau', publicUrl, now, pairs });

describe('the mail about keys that expire', () => {
  it('leads to the webshop when it is about one', () => {
    const [dutch, english] = [letter('nl', [pair(1)]), letter('en', [pair(1)])];
    expect(dutch.subject).toBe('De sleutels van winkel-1.example verlopen over 14 dagen');
    expect(english.subject).toBe('The keys of winkel-1.example expire in 14 days');
    expect(english.paragraphs[0]).toContain(
      '(Bakker, production) works until Monday, 15 March 2027',
    );
    expect([dutch.act?.url, dutch.list]).toEqual([pair(1).url, undefined]);
  });

  it.each([
    [14, 'De sleutels van winkel-1.example verlopen over 14 dagen', 'over 14 dagen'],
    [1, 'De sleutels van winkel-1.example verlopen morgen', 'de eerste morgen'],
    [0, 'De sleutels van winkel-1.example verlopen vandaag', 'de eerste vandaag'],
    [-1, 'De sleutels van winkel-1.example zijn gisteren verlopen', 'zijn al verlopen'],
    [-3, 'De sleutels van winkel-1.example zijn sinds 3 dagen verlopen', 'zijn al verlopen'],
  ])('says when, of %i days', (daysLeft, one, many) => {
    expect(letter('nl', [pair(1, { daysLeft })]).subject).toBe(one);
    const { subject } = letter('nl', [pair(1, { daysLeft }), pair(2, { daysLeft: 30 })]);
    expect(subject).toMatch(/^2 paren sleutels verlopen/);
    expect(subject).toContain(many);
  });

  it('of one that has expired says since when, and never a day below zero', () => {
    const gone = pair(1, { daysLeft: -3 });
    const { subject, paragraphs } = letter('en', [gone]);
    expect(subject).toBe('The keys of winkel-1.example expired 3 days ago');
    expect(paragraphs[0]).toContain('worked until Friday, 26 February 2027');
    const today = { ...gone, daysLeft: 0 };
    expect(letter('nl', [today]).subject).toMatch(/ zijn vandaag verlopen$/);
    expect(letter('nl', [gone, pair(2)]).list?.[0]?.says).toBe(
      'Bakker, productie, sinds 3 dagen verlopen',
    );
  });

  it('names many one by one, production and the soonest first, each with its webshop', () => {
    const sandbox = pair(1, { environment: 'sandbox', daysLeft: 1 });
    const { list, act } = letter('en', [sandbox, pair(2), pair(3, { daysLeft: 7 })]);
    expect(list).toEqual([
      {
        word: 'winkel-3.example',
        url: `${publicUrl}/production/webshops/3`,
        says: 'Bakker, production, until Monday, 8 March 2027',
      },
      expect.objectContaining({ word: 'winkel-2.example' }),
      expect.objectContaining({ says: expect.stringContaining('the sandbox') as string }),
    ]);
    expect(act?.url).toBe(`${publicUrl}/production/keys?expires=within-30`);
  });

  it('says per environment how many more there are, with the list they stand in', () => {
    const production = Array.from({ length: mostNamed + 60 }, (_, at) => pair(at, { daysLeft: 7 }));
    const sandbox = [pair(99, { environment: 'sandbox', daysLeft: 60 })];
    const { subject, list } = letter('nl', [...sandbox, ...production]);
    expect(subject).toBe(`${mostNamed + 61} paren sleutels verlopen, de eerste over 7 dagen`);
    expect(list?.slice(mostNamed)).toEqual([
      {
        word: 'Nog 60 in productie',
        url: `${publicUrl}/production/keys?expires=within-7`,
        says: null,
      },
      {
        word: 'Nog 1 in de sandbox',
        url: `${publicUrl}/sandbox/keys?expires=within-60`,
        says: null,
      },
    ]);
  });
});
