import type { SchemaPath } from '@angular/forms/signals';
import { validate } from '@angular/forms/signals';
import type { Rhythm, Schedule } from '@toonbank/exports/contract';
import { Language } from '@toonbank/primitives';
import * as z from 'zod';

/** What a person fills in about when a file comes and to whom. */
export interface RhythmModel {
  readonly every: string;
  readonly weekday: string;
  readonly day: string;
  readonly hour: string;
  /** One address a line. */
  readonly recipients: string;
  readonly language: string;
}

const mostRecipients = 10;
const Address = z.email().max(254);

/** The first of the month, before work begins: then the month that ended is whole. */
export function usualRhythm(language: Language, recipient: string): RhythmModel {
  const when = { every: 'month', weekday: '1', day: '1', hour: '6' };
  return { ...when, recipients: recipient, language };
}

export function rhythmModelOf({ rhythm, recipients, language }: Schedule): RhythmModel {
  const { every, day, hour } = rhythm;
  return {
    every,
    weekday: every === 'week' ? String(day) : '1',
    day: every === 'month' ? String(day) : '1',
    hour: String(hour),
    recipients: recipients.join('\n'),
    language,
  };
}

export function sendingOf({ every, weekday, day, hour, recipients, language }: RhythmModel): {
  rhythm: Rhythm;
  recipients: string[];
  language: Language;
} {
  const at = Number(hour);
  return {
    rhythm:
      every === 'week'
        ? { every: 'week', day: Number(weekday), hour: at }
        : { every: 'month', day: Number(day), hour: at },
    recipients: addressesOf(recipients),
    language: Language.parse(language),
  };
}

export function recipientRules(path: SchemaPath<string>): void {
  validate(path, ({ value }) => {
    const addresses = addressesOf(value());
    const isGood =
      addresses.length > 0 &&
      addresses.length <= mostRecipients &&
      new Set(addresses).size === addresses.length &&
      addresses.every((address) => Address.safeParse(address).success);
    return isGood ? undefined : { kind: 'recipients' };
  });
}

/** People put them on lines, or between commas. */
function addressesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase());
}
