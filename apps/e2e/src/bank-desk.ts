import type { Environment } from '@toonbank/primitives';
import type { BankWebshop } from '@toonbank/testing';

interface ToRegister {
  readonly merchant: string;
  readonly url: string;
  readonly environment?: Environment;
}

/** What the bank makes of a webshop that a merchant added and signed for: its number and its keys. */
export async function registerAtTheBank(
  bankUrl: string,
  { merchant, url, environment = 'sandbox' }: ToRegister,
): Promise<BankWebshop> {
  const control = async (path: string, body: object) =>
    (await ask(`POST ${bankUrl}/control${path}`, body)).json() as Promise<BankWebshop>;
  const { id: merchantId } = await control('/merchants', { name: merchant });
  return control('/webshops', { merchantId, name: url, environment });
}

/** Fills in, at the bank's point of sale, where the bank reports what happened. */
export async function fillInWebhook(bankUrl: string, id: string, webhookUrl: string) {
  await ask(`PATCH ${bankUrl}/control/webshops/${id}`, { webhookUrl });
}

/** A webshop as the bank knows it, by its number or its name. */
export async function webshopAtTheBank(bankUrl: string, called: string): Promise<BankWebshop> {
  const answer = await fetch(`${bankUrl}/control/webshops`);
  const webshops = (await answer.json()) as (BankWebshop & { name: string })[];
  const found = webshops.find(({ poiId, name }) => [String(poiId), name].includes(called));
  if (!found) throw new Error(`The bank knows no webshop ${called}.`);
  return found;
}

/** A new pair: the old one works on for a while, or not a moment longer. */
export async function newKeysAtTheBank(
  bankUrl: string,
  { id }: BankWebshop,
  replace: 'overlap' | 'at-once',
): Promise<Pick<BankWebshop, 'signingKey' | 'refreshToken'>> {
  const made = await ask(`POST ${bankUrl}/control/webshops/${id}/keys`, { replace });
  return made.json() as Promise<Pick<BankWebshop, 'signingKey' | 'refreshToken'>>;
}

/** Every shopper of a webshop who is at the bank pays. */
export async function payEverything(bankUrl: string, { id }: BankWebshop): Promise<void> {
  await ask(`POST ${bankUrl}/control/webshops/${id}/outcomes`, { outcome: 'paid' });
}

/** How long the bank waits before it says again that results are waiting: a minute, else (S24). */
export async function repeatPings(bankUrl: string, repeatMs: number): Promise<void> {
  await ask(`PATCH ${bankUrl}/control/settings`, { repeatMs });
}

async function ask(call: string, body: object) {
  const [method = '', url = ''] = call.split(' ');
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The bank answered ${answer.status} to ${call}.`);
  return answer;
}
