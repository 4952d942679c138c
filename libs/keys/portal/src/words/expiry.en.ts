import type { SameWords } from '@toonbank/ui/look';
import type { expiry as dutch } from './expiry.nl';

/** Words of when keys run out; see `expiry.nl.ts`. */
export const expiry: SameWords<typeof dutch> = {
  soonest: {
    inDays: 'The keys of {{host}} expire first, in {{days}} days.',
    inOneDay: 'The keys of {{host}} expire first, tomorrow.',
    today: 'The keys of {{host}} expire first, today.',
    expiredToday: 'The keys of {{host}} expired today.',
    expiredYesterday: 'The keys of {{host}} expired yesterday.',
    expired: 'The keys of {{host}} expired {{days}} days ago.',
  },
  expires: 'Expires',
  expiryUnknown: 'unknown',
  inDays: 'in {{days}} days',
  inOneDay: 'tomorrow',
  today: 'today',
  expiredToday: 'expired today',
  expiredYesterday: 'expired yesterday',
  expired: 'expired {{days}} days ago',
  expiryTyped: 'typed',
  expiryTypedBy: 'typed by {{who}}',
  expiring: {
    'within-7': 'within 7 days',
    'within-30': 'within 30 days',
    'within-60': 'within 60 days',
    passed: 'expired already',
    unknown: 'unknown when',
  },
  typeExpiry: {
    type: 'Type it',
    change: 'Change',
    day: 'Last day',
    hint: "As it stands in the bank's dashboard",
    fault: 'Choose a day.',
    keep: 'Keep',
    not: 'Cancel',
  },
};
