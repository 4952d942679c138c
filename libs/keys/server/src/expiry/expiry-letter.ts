import type { Letter } from '@toonbank/platform/mail';
import type { Environment, Language } from '@toonbank/primitives';

/** What a warning is about. */
export interface Expiring {
  readonly language: Language;
  /** Of the agency. */
  readonly from: string;
  readonly host: string;
  readonly merchant: string;
  readonly environment: Environment;
  readonly daysLeft: number;
  readonly expiresAt: Date;
  readonly url: string;
}

/** The mail that warns of a key that expires. It holds nothing of the key. */
export function expiryLetter(about: Expiring): Letter {
  const { language, from: onBehalfOf, url } = about;
  return language === 'nl'
    ? { ...dutch(about, url), onBehalfOf }
    : { ...english(about, url), onBehalfOf };
}

function dutch(about: Expiring, url: string): Omit<Letter, 'onBehalfOf'> {
  const { host, merchant, daysLeft, environment } = about;
  const place = environment === 'sandbox' ? 'de sandbox' : 'productie';
  const day = dayIn('nl-NL', about.expiresAt);
  const when =
    daysLeft <= 0
      ? 'zijn verlopen'
      : daysLeft <= 1
        ? 'verlopen binnen een dag'
        : `verlopen over ${daysLeft} dagen`;
  return {
    language: 'nl',
    subject: `De sleutels van ${host} ${when}`,
    paragraphs: [
      `De Refresh Token van ${host} (${merchant}, ${place}) werkt tot en met ${day}.`,
      'Daarna kan de webwinkel geen orders meer aankondigen en wordt geen status meer opgehaald. Maak bij de bank nieuwe sleutels en voer ze in.',
    ],
    act: { word: 'Vernieuw de sleutels', url },
    remarks: ['Zijn ze al vernieuwd? Dan hoef je niets te doen.'],
  };
}

function english(about: Expiring, url: string): Omit<Letter, 'onBehalfOf'> {
  const { host, merchant, daysLeft, environment } = about;
  const place = environment === 'sandbox' ? 'the sandbox' : 'production';
  const day = dayIn('en-GB', about.expiresAt);
  const when =
    daysLeft <= 0
      ? 'have expired'
      : daysLeft <= 1
        ? 'expire within a day'
        : `expire in ${daysLeft} days`;
  return {
    language: 'en',
    subject: `The keys of ${host} ${when}`,
    paragraphs: [
      `The Refresh Token of ${host} (${merchant}, ${place}) works until ${day}.`,
      'After that the webshop can announce no orders and no status is fetched any more. Make new keys at the bank and enter them.',
    ],
    act: { word: 'Renew the keys', url },
    remarks: ['Were they renewed already? Then there is nothing to do.'],
  };
}

function dayIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'Europe/Amsterdam',
  }).format(moment);
}
