import { Problem } from '@toonbank/platform/http';

const shortest = 12;
const longest = 200;

/** Throws a 422 problem on a password that is short, endless, or easily guessed from the address. */
export function demandGoodPassword(password: string, email: string): void {
  const length = [...password].length;
  if (length < shortest || length > longest) {
    throw refusal(`Take ${shortest} characters or more: a few words you don't use elsewhere.`);
  }
  const name = email.split('@', 1)[0] ?? '';
  const rest = password.toLowerCase().replaceAll(name, '');
  if (new Set(rest).size < 5) {
    throw refusal('It repeats itself, or is little more than the e-mail address. Take another.');
  }
}

function refusal(detail: string): Problem {
  return Problem.unprocessable('password', 'This password is easily guessed.', detail, 'password');
}
