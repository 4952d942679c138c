import type { BankWebshop } from '@toonbank/testing';

/** What the bank makes of a webshop that a merchant added and signed for: its number and its keys. */
export async function registerAtTheBank(
  bankUrl: string,
  merchant: string,
  url: string,
): Promise<BankWebshop> {
  const control = async (path: string, body: object) =>
    (await ask(`POST ${bankUrl}/control${path}`, body)).json() as Promise<BankWebshop>;
  const { id: merchantId } = await control('/merchants', { name: merchant });
  return control('/webshops', { merchantId, name: url, environment: 'sandbox' });
}

/** Fills in, at the bank's point of sale, where the bank reports what happened. */
export async function fillInWebhook(bankUrl: string, id: string, webhookUrl: string) {
  await ask(`PATCH ${bankUrl}/control/webshops/${id}`, { webhookUrl });
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
