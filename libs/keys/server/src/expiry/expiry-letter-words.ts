import type { Letter } from '@toonbank/platform/mail';
import type { Environment, Language } from '@toonbank/primitives';
import type { Expiring } from './expiry-letter';

type Said = Pick<Letter, 'subject' | 'paragraphs' | 'act' | 'remarks'>;

interface Many {
  readonly count: number;
  /** Days until the first of them expires; 0 or less: it has. */
  readonly soonest: number;
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
  one: ({ host, merchant, environment, daysLeft, expiresAt, url }) => ({
    subject: `De sleutels van ${host} ${nlWhen(daysLeft)}`,
    paragraphs: [
      `De Refresh Token van ${host} (${merchant}, ${nlPlaces[environment]}) werkt tot en met ${dayIn('nl-NL', expiresAt)}.`,
      'Daarna kan de webwinkel geen orders meer aankondigen en wordt geen status meer opgehaald. Maak bij de bank nieuwe sleutels en voer ze in.',
    ],
    act: { word: 'Vernieuw de sleutels', url },
    remarks: ['Zijn ze al vernieuwd? Dan hoef je niets te doen.'],
  }),
  many: ({ count, soonest, url }) => ({
    subject:
      soonest <= 0
        ? `${count} paren sleutels verlopen of zijn al verlopen`
        : `${count} paren sleutels verlopen, de eerste ${soonest <= 1 ? 'uiterlijk morgen' : `over ${soonest} dagen`}`,
    paragraphs: [
      `De Refresh Tokens van deze ${count} paren sleutels werken tot en met de dag die erbij staat.`,
      'Daarna kan een webwinkel geen orders meer aankondigen en wordt geen status meer opgehaald. Maak bij de bank nieuwe sleutels en voer ze in; veel tegelijk gaat in één reeks.',
    ],
    act: { word: 'Bekijk ze in de lijst van sleutels', url },
    remarks: ['Wat al vernieuwd is, kun je overslaan.'],
  }),
  line: ({ merchant, environment, expiresAt }) =>
    `${merchant}, ${nlPlaces[environment]}, tot en met ${dayIn('nl-NL', expiresAt)}`,
  more: (count, environment) => `Nog ${count} in ${nlPlaces[environment]}`,
};

const en: Words = {
  one: ({ host, merchant, environment, daysLeft, expiresAt, url }) => ({
    subject: `The keys of ${host} ${enWhen(daysLeft)}`,
    paragraphs: [
      `The Refresh Token of ${host} (${merchant}, ${enPlaces[environment]}) works until ${dayIn('en-GB', expiresAt)}.`,
      'After that the webshop can announce no orders and no status is fetched any more. Make new keys at the bank and enter them.',
    ],
    act: { word: 'Renew the keys', url },
    remarks: ['Were they renewed already? Then there is nothing to do.'],
  }),
  many: ({ count, soonest, url }) => ({
    subject:
      soonest <= 0
        ? `${count} pairs of keys expire or have expired`
        : `${count} pairs of keys expire, the first ${soonest <= 1 ? 'by tomorrow' : `in ${soonest} days`}`,
    paragraphs: [
      `The Refresh Tokens of these ${count} pairs of keys work until the day beside them.`,
      'After that a webshop can announce no orders and no status is fetched any more. Make new keys at the bank and enter them; many at once go as one batch.',
    ],
    act: { word: 'See them in the list of keys', url },
    remarks: ['What was renewed already you can skip.'],
  }),
  line: ({ merchant, environment, expiresAt }) =>
    `${merchant}, ${enPlaces[environment]}, until ${dayIn('en-GB', expiresAt)}`,
  more: (count, environment) => `${count} more in ${enPlaces[environment]}`,
};

export const letterWords: Readonly<Record<Language, Words>> = { nl, en };

function nlWhen(daysLeft: number): string {
  if (daysLeft <= 0) return 'zijn verlopen';
  return daysLeft <= 1 ? 'verlopen uiterlijk morgen' : `verlopen over ${daysLeft} dagen`;
}

function enWhen(daysLeft: number): string {
  if (daysLeft <= 0) return 'have expired';
  return daysLeft <= 1 ? 'expire by tomorrow' : `expire in ${daysLeft} days`;
}

function dayIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'Europe/Amsterdam',
  }).format(moment);
}
