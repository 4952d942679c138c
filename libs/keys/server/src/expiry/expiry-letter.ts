import type { Letter } from '@toonbank/platform/mail';
import type { Environment, Language } from '@toonbank/primitives';
import { letterWords } from './expiry-letter-words';
import { daysLeft } from './days-left';

/** So many are named one by one; a longer list is not read in a mail. */
export const mostNamed = 20;

/** Production comes first: there it costs sales. */
const places: readonly Environment[] = ['production', 'sandbox'];

/** A pair of keys that expires, and where it is used. */
export interface Expiring {
  readonly host: string;
  readonly merchant: string;
  readonly environment: Environment;
  readonly daysLeft: number;
  readonly hasExpired: boolean;
  readonly expiresAt: Date;
  readonly url: string;
}

/** What a warning is about. */
export interface Expirings {
  readonly language: Language;
  /** Of the agency. */
  readonly from: string;
  readonly publicUrl: string;
  readonly now: Date;
  /** At least one. */
  readonly pairs: readonly Expiring[];
}

/** The mail that warns of keys that expire. It holds nothing of the keys. */
export function expiryLetter(about: Expirings): Letter {
  const { language, from: onBehalfOf, pairs } = about;
  const [only] = pairs;
  const words = letterWords[language];
  if (pairs.length === 1) return { language, onBehalfOf, ...words.one(only!) };
  const sorted = [...pairs].sort(
    (a, b) =>
      places.indexOf(a.environment) - places.indexOf(b.environment) ||
      a.expiresAt.getTime() - b.expiresAt.getTime() ||
      a.host.localeCompare(b.host),
  );
  const soonest = pairs.reduce((one, other) => (other.expiresAt < one.expiresAt ? other : one));
  const environment = sorted[0]!.environment;
  return {
    ...{ language, onBehalfOf, list: listOf(about, sorted) },
    ...words.many({ count: pairs.length, soonest, url: listUrl(about, environment) }),
  };
}

/** Those that are named, and per environment how many more there are. */
function listOf(about: Expirings, sorted: readonly Expiring[]): Letter['list'] {
  const words = letterWords[about.language];
  const named = sorted.slice(0, mostNamed);
  const left = sorted.slice(mostNamed);
  return [
    ...named.map((pair) => ({ word: pair.host, url: pair.url, says: words.line(pair) })),
    ...places.flatMap((environment) => {
      const count = left.filter((pair) => pair.environment === environment).length;
      const url = listUrl(about, environment);
      return count === 0 ? [] : [{ word: words.more(count, environment), url, says: null }];
    }),
  ];
}

/** The list of keys, no wider than those that the letter is about. */
function listUrl({ publicUrl, pairs, now }: Expirings, environment: Environment): string {
  const here = pairs.filter((pair) => pair.environment === environment);
  const last = Math.max(...here.map(({ expiresAt }) => daysLeft(expiresAt, now)));
  const days = [7, 30, 60].find((choice) => last <= choice);
  return `${publicUrl}/${environment}/keys${days ? `?expires=within-${days}` : ''}`;
}
