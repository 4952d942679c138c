import { randomBytes } from 'node:crypto';
import type { devJson } from './dev-json.ts';

/** What a person needs who has just started Toonbank: addresses, a login, and an order to announce. */
export function welcome(dev: ReturnType<typeof devJson>): string {
  const lines = [
    '',
    `  Portal and API   ${dev.portalUrl}   (reference: ${dev.apiUrl}/reference)`,
    `  Bank             ${dev.bankUrl}   (emulated; its page makes it misbehave)`,
  ];
  if (dev.demoShopUrl) lines.push(`  Demo shop        ${dev.demoShopUrl}   (buy something)`);
  if (dev.agency) lines.push(`  Sign in as       ${dev.agency.email}   ${dev.agency.password}`);
  if (dev.merchant)
    lines.push(`  or a merchant    ${dev.merchant.email}   ${dev.merchant.password}`);
  if (!dev.agency)
    lines.push('  No demo login: npm run agency:create makes an agency and its owner.');
  if (dev.webshop) {
    lines.push(
      '',
      '  Or announce an order yourself, open the redirectUrl of the answer and pay:',
      '',
    );
    lines.push(orderLine(dev.apiUrl, dev.webshop), '');
  }
  lines.push(
    '  Mail goes to .toonbank/outbox (unless SMTP_URL says otherwise), logs to .toonbank/logs.',
    '  All addresses and keys are in .toonbank/dev.json. Ctrl-C stops everything.',
  );
  return lines.join('\n') + '\n';
}

/**
 * One line for a shell. The bank takes letters and digits as a number. Sending it again is the same
 * order, thanks to its key.
 */
export function orderLine(
  apiUrl: string,
  webshop: { readonly id: string; readonly apiKey: string },
  number = `demo${randomBytes(4).toString('hex')}`,
): string {
  const order = {
    merchantOrderId: number,
    amount: { currency: 'EUR', amount: 1250 },
    returnUrl: `${apiUrl}/`,
  };
  return [
    `curl -s ${apiUrl}/v1/webshops/${webshop.id}/orders`,
    `-H 'authorization: Bearer ${webshop.apiKey}'`,
    `-H 'idempotency-key: ${number}'`,
    `-H 'content-type: application/json'`,
    `-d '${JSON.stringify(order)}'`,
  ].join(' ');
}
