import { Problem } from '@toonbank/platform/http';
import type { Environment } from '@toonbank/primitives';

/** Where a key is pasted. */
export type KeyField = 'signingKey' | 'refreshToken';

const atKey = (code: string, title: string, detail: string) => () =>
  Problem.unprocessable(code, title, detail, 'signingKey');

const atToken = (code: string, title: string, detail: string) => () =>
  Problem.unprocessable(code, title, detail, 'refreshToken');

/**
 * The ways in which keys can't be taken in or let go, each at its field and with the way out. Nothing
 * is stored in any of them.
 */
export const keyProblems = {
  swapped: atKey(
    'keys-swapped',
    'The fields are swapped.',
    'The long one is the refresh token, the short one the signing key. Swap them.',
  ),
  'token-in-key-field': atKey(
    'token-in-key-field',
    'This is a refresh token.',
    'Here belongs the signing key, the shorter of the two. Copy it from the dashboard of the bank.',
  ),
  'key-in-token-field': atToken(
    'key-in-token-field',
    'This is a signing key.',
    'Here belongs the refresh token, the longer of the two. Copy it from the dashboard of the bank.',
  ),
  'signing-key-spaces': atKey(
    'signing-key-spaces',
    'There are spaces or line breaks inside the signing key.',
    'Something else was copied along, or a part is missing. Copy it by the arrow in the dashboard of the bank.',
  ),
  'signing-key': atKey(
    'signing-key-form',
    'This is not a signing key.',
    'A signing key has 44 characters and ends with "=". Copy it again from the dashboard of the bank.',
  ),
  'refresh-token-spaces': atToken(
    'refresh-token-spaces',
    'There are spaces or line breaks inside the refresh token.',
    'Something else was copied along, or a part is missing. Copy it by the arrow in the dashboard of the bank.',
  ),
  'refresh-token': atToken(
    'refresh-token-form',
    'This is not a refresh token.',
    'A refresh token has three parts with dots between them. Copy it again from the dashboard of the bank.',
  ),
  refused: atToken(
    'keys-refused',
    'The bank does not accept this refresh token.',
    'It was replaced, has run out, or is not complete. Copy the keys that are in the dashboard now.',
  ),
  wrongEnvironment: (other: Environment) =>
    atToken(
      'wrong-environment',
      `This refresh token belongs to ${other === 'sandbox' ? 'the sandbox' : other}.`,
      'Nothing was stored. Copy the keys of this environment from the dashboard of the bank.',
    )(),
  /** `elsewhere` only for who may see it. */
  inUse: (path: KeyField, elsewhere?: { readonly host: string; readonly environment: string }) =>
    new Problem(
      409,
      'key-in-use',
      'This key is in use elsewhere.',
      `${elsewhere ? `It is the key of ${elsewhere.host} (${elsewhere.environment}).` : 'Every webshop has keys of its own in each environment.'} Copy the keys of this webshop and this environment.`,
      { path, ...(elsewhere && { names: { ...elsewhere } }) },
    ),
  destroyed: (path: KeyField) =>
    new Problem(
      409,
      'keys-destroyed',
      'This pair of keys was destroyed here.',
      'Nothing was stored. It was replaced, and somebody had it destroyed. Copy the keys that are in the dashboard of the bank now, or have new ones made.',
      { path },
    ),
  noAnswer: () =>
    new Problem(
      503,
      'bank-no-answer',
      'The bank did not answer.',
      'The keys could not be proven, so nothing was stored. Try again in a minute.',
      { path: 'refreshToken' },
    ),
  momentPassed: () =>
    Problem.unprocessable(
      'signing-moment-passed',
      'This moment has passed.',
      'Nothing was changed. Name one that is to come, or none at all: then it is now.',
      'from',
    ),
  nobodySigns: () =>
    Problem.conflict(
      'virtual-signer',
      'Then no pair would sign.',
      'Nothing was changed. Let the other pair sign first.',
    ),
  shredded: () =>
    Problem.conflict(
      'keys-shredded',
      'This pair of keys is not kept any more.',
      'It was retired, and its keys were destroyed. Look at the pair that is in use.',
    ),
  inRenewal: () =>
    Problem.conflict(
      'keys-in-renewal',
      'This pair is part of a renewal that is under way.',
      'Nothing was changed. Finish that renewal, which destroys the old pair, or break it off first.',
    ),
  notOld: () =>
    Problem.conflict(
      'keys-not-old',
      'This pair is in use.',
      'Nothing was changed. Only a pair that was replaced can be destroyed, or the last one once its webshop has ended: enter new keys first.',
    ),
  ordersWait: () =>
    Problem.conflict(
      'keys-orders-wait',
      'Orders of this webshop still wait for their result.',
      'Nothing was changed. Without its last pair of keys no result can be fetched: wait until no order is open.',
    ),
  virtualShownOnce: () =>
    Problem.conflict(
      'virtual-keys-shown-once',
      'Virtual keys are shown when they are made, and never again.',
      'Nothing was shown. Issue a second pair, put it in the webshop, then revoke this one.',
    ),
  expiryKnown: () =>
    Problem.conflict(
      'key-expiry-known',
      'The refresh token itself says when it expires.',
      'Nothing was changed. A date can be typed only where the token does not hold one.',
    ),
  expiryDay: () =>
    Problem.unprocessable(
      'key-expiry-day',
      'A key that works can not expire on this day.',
      'Nothing was changed. Take a day from today on, at most ten years ahead, as the dashboard of the bank says it.',
      'expiresOn',
    ),
  twoVirtualPairs: () =>
    Problem.conflict(
      'two-virtual-pairs',
      'This webshop has two pairs of virtual keys already.',
      'Two can be valid at a time, to renew without a break. Revoke one of them first.',
    ),
  lastVirtualPair: () =>
    Problem.conflict(
      'last-virtual-pair',
      'This is the only pair of virtual keys.',
      'Without it the webshop could verify nothing. Issue a new pair, put it in the webshop, then revoke this one.',
    ),
} as const;
