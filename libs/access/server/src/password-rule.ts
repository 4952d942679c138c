import { Problem } from '@toonbank/platform/http';

const shortest = 12;
const longest = 200;

let common: Promise<ReadonlySet<string>> | undefined;

/** Throws a 422 problem on a password that is short, endless, or found on any guesser's list. */
export async function demandGoodPassword(password: string, email: string): Promise<void> {
  const length = [...password].length;
  if (length < shortest || length > longest) {
    throw refusal(`Take ${shortest} characters or more: a few words you don't use elsewhere.`);
  }
  const lower = password.toLowerCase();
  common ??= commonPasswords();
  if ((await common).has(lower)) throw refusal('Many people use this one. Take another.');
  const name = email.split('@', 1)[0] ?? '';
  if (new Set(lower.replaceAll(name, '')).size < 5) {
    throw refusal('It repeats itself, or is little more than the e-mail address. Take another.');
  }
}

/** Of the 50,000 most common, those that are long enough to be taken. Loaded when first needed. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const words = [...dictionary['passwords-common']].map(String);
  return new Set(words.filter((word) => word.length >= shortest));
}

function refusal(detail: string): Problem {
  return Problem.unprocessable('password', 'This password is easily guessed.', detail, 'password');
}
