import type { CreateOrder, OrderFinding } from '@toonbank/orders/contract';
import { Problem } from '@toonbank/platform/http';
import { Announcement, announcementFindings, returnUrlProblem } from '@toonbank/smart-pay';
import type { BankAnnouncement } from './bank-announcement';

const returnUrlSentences = {
  missing: 'Send the address where the shopper comes back to.',
  'not-valid': 'Send an absolute http(s) address; top-level domains such as .test are refused.',
  blacklisted: 'The bank refuses this top-level domain. Use an address under another one.',
  'too-long': 'At most 1024 characters.',
} as const;

/** The bank sees our return address, not the shop's; the shop's keeps the bank's rules all the same. */
export function checkReturnUrl(order: CreateOrder): void {
  const fault = returnUrlProblem(order.returnUrl);
  if (!fault) return;
  throw Problem.unprocessable(
    'return-url',
    'The bank would refuse this return URL.',
    returnUrlSentences[fault],
    'returnUrl',
  );
}

/** Names of the bank's fields in our own words, for what is told to the shop. */
const ours: Readonly<Record<string, string>> = {
  orderItems: 'items',
  shippingDetail: 'shippingAddress',
  billingDetail: 'billingAddress',
  customerInformation: 'customer',
  shopperBankstatementReference: 'bankStatementReference',
};

/**
 * What the bank would cut, drop or not offer, to be recorded on the order. Throws a problem, before
 * anything is stored, for what it would refuse (S25).
 */
export function lint(announcement: BankAnnouncement): OrderFinding[] {
  const findings = announcementFindings(Announcement.parse(announcement)).map((finding) => ({
    ...finding,
    path: finding.path.replace(/^[A-Za-z]+/, (name) => ours[name] ?? name),
  }));
  const refused = findings.find((finding) => finding.effect === 'refused');
  if (refused) {
    throw Problem.unprocessable(
      'bank-would-refuse',
      'The bank would refuse this order.',
      `${refused.path}: ${refused.code}${refused.limit ? ` (limit ${refused.limit})` : ''}.`,
      refused.path,
    );
  }
  return findings.map(({ path, effect, code, limit }) => ({
    path,
    effect: effect as OrderFinding['effect'],
    code,
    ...(limit === undefined ? {} : { limit }),
  }));
}
