import type { Letter } from '@toonbank/platform/mail';
import type { Environment, Language } from '@toonbank/primitives';
import type { Expiring } from './expiry-letter';

type Said = Pick<Letter, 'subject' | 'paragraphs' | 'act' | 'remarks'>;

type When = Pick<Expiring, 'daysLeft' | 'hasExpired'>;

interface Many {
  readonly count: number;
  /** The first of them to expire, or that has. */
  readonly soonest: When;
  readonly url: string;
}

interface Words {
  one(pair: Expiring): Said;
  many(pairs: Many): Said;
  /** Behind the name of a webshop in a list. */
  line(pair: Expiring): string;
  more(count: number, environment: Environment): string;
}

const nlPlaces = { production: 'productie', sandbox: 'de sandbox' } as const;
const enPlaces = { production: 'production', sandbox: 'the sandbox' } as const;

const nl: Words = {
  one: ({ host, merchant, environment, expiresAt, url, ...when }) => ({
    subject: `De sleutels van ${host} ${nlWhen(when)}`,
    paragraphs: [
      `De Refresh Token van ${host} (${merchant}, ${nlPlaces[environment]}) ${when.hasExpired ? 'werkte' : 'werkt'} tot en met ${dayIn('nl-NL', expiresAt)}.`,
      'Daarna kan de webwinkel geen orders meer aankondigen en wordt geen status meer opgehaald. Maak bij de bank nieuwe sleutels en voer ze in.',
    ],
    act: { word: 'Vernieuw de sleutels', url },
    remarks: ['Zijn ze al vernieuwd? Dan hoef je niets te doen.'],
  }),
  many: ({ count, soonest, url }) => ({
    subject: soonest.hasExpired
      ? `${count} paren sleutels verlopen of zijn al verlopen`
      : `${count} paren sleutels verlopen, de eerste ${nlIn(soonest.daysLeft)}`,
    paragraphs: [
      `De Refresh Tokens van deze ${count} paren sleutels werken tot en met de dag die erbij staat.`,
      'Daarna kan een webwinkel geen orders meer aankondigen en wordt geen status meer opgehaald. Maak bij de bank nieuwe sleutels en voer ze in; veel tegelijk gaat in één reeks.',
    ],
    act: { word: 'Bekijk ze in de lijst van sleutels', url },
    remarks: ['Wat al vernieuwd is, kun je overslaan.'],
  }),
  line: ({ merchant, environment, expiresAt, daysLeft, hasExpired }) =>
    `${merchant}, ${nlPlaces[environment]}, ${hasExpired ? nlSince(-daysLeft) : `tot en met ${dayIn('nl-NL', expiresAt)}`}`,
  more: (count, environment) => `Nog ${count} in ${nlPlaces[environment]}`,
};

const en: Words = {
  one: ({ host, merchant, environment, expiresAt, url, ...when }) => ({
    subject: `The keys of ${host} ${enWhen(when)}`,
    paragraphs: [
      `The Refresh Token of ${host} (${merchant}, ${enPlaces[environment]}) ${when.hasExpired ? 'worked' : 'works'} until ${dayIn('en-GB', expiresAt)}.`,
      'After that the webshop can announce no orders and no status is fetched any more. Make new keys at the bank and enter them.',
    ],
    act: { word: 'Renew the keys', url },
    remarks: ['Were they renewed already? Then there is nothing to do.'],
  }),
  many: ({ count, soonest, url }) => ({
    subject: soonest.hasExpired
      ? `${count} pairs of keys expire or have expired`
      : `${count} pairs of keys expire, the first ${enIn(soonest.daysLeft)}`,
    paragraphs: [
      `The Refresh Tokens of these ${count} pairs of keys work until the day beside them.`,
      'After that a webshop can announce no orders and no status is fetched any more. Make new keys at the bank and enter them; many at once go as one batch.',
    ],
    act: { word: 'See them in the list of keys', url },
    remarks: ['What was renewed already you can skip.'],
  }),
  line: ({ merchant, environment, expiresAt, daysLeft, hasExpired }) =>
    `${merchant}, ${enPlaces[environment]}, ${hasExpired ? enSince(-daysLeft) : `until ${dayIn('en-GB', expiresAt)}`}`,
  more: (count, environment) => `${count} more in ${enPlaces[environment]}`,
};

export const letterWords: Readonly<Record<Language, Words>> = { nl, en };

function nlWhen({ daysLeft, hasExpired }: When): string {
  return hasExpired ? `zijn ${nlSince(-daysLeft)}` : `verlopen ${nlIn(daysLeft)}`;
}

function enWhen({ daysLeft, hasExpired }: When): string {
  return hasExpired ? enSince(-daysLeft) : `expire ${enIn(daysLeft)}`;
}

function nlIn(days: number): string {
  if (days <= 0) return 'vandaag';
  return days === 1 ? 'morgen' : `over ${days} dagen`;
}

function enIn(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function nlSince(days: number): string {
  if (days <= 0) return 'vandaag verlopen';
  return days === 1 ? 'gisteren verlopen' : `sinds ${days} dagen verlopen`;
}

function enSince(days: number): string {
  if (days <= 0) return 'expired today';
  return days === 1 ? 'expired yesterday' : `expired ${days} days ago`;
}

function dayIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'Europe/Amsterdam',
  }).format(moment);
}
