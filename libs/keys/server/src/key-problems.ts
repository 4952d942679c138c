import { Problem } from '@toonbank/platform/http';

/** The ways in which a pasted pair is wrong, each with the way out. Nothing is stored in any of them. */
export const keyProblems = {
  swapped: () =>
    Problem.unprocessable(
      'keys-swapped',
      'The fields are swapped.',
      'The long one is the refresh token, the short one the signing key. Swap them.',
      'signingKey',
    ),
  'signing-key': () =>
    Problem.unprocessable(
      'signing-key-form',
      'This is not a signing key.',
      'A signing key has 44 characters and ends with "=". Copy it again from the dashboard of the bank.',
      'signingKey',
    ),
  'refresh-token': () =>
    Problem.unprocessable(
      'refresh-token-form',
      'This is not a refresh token.',
      'A refresh token has three parts with dots between them. Copy it again from the dashboard of the bank.',
      'refreshToken',
    ),
  refused: () =>
    Problem.unprocessable(
      'keys-refused',
      'The bank does not accept this refresh token.',
      'It was replaced, has run out, or is not complete. Copy the keys that are in the dashboard now.',
      'refreshToken',
    ),
  wrongEnvironment: (other: string) =>
    Problem.unprocessable(
      'wrong-environment',
      `This refresh token belongs to the ${other}.`,
      'Nothing was stored. Copy the keys of this environment from the dashboard of the bank.',
      'refreshToken',
    ),
  inUse: () =>
    Problem.conflict(
      'key-in-use',
      'This signing key is in use elsewhere.',
      'Every webshop has keys of its own in each environment. Copy the keys of this webshop and this environment.',
    ),
  noAnswer: () =>
    new Problem(
      503,
      'bank-no-answer',
      'The bank did not answer.',
      'The keys could not be proven, so nothing was stored. Try again in a minute.',
    ),
} as const;
