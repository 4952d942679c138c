import type { AnnouncedAddress, AnnouncedItem, Announcement } from './announcement';
import { codePoints, limits } from './limits';

/** Something the bank will do to an announcement that its sender may not expect. */
export interface AnnouncementFinding {
  /** Field of the announcement, with dots. */
  readonly path: string;
  readonly effect: 'cut' | 'dropped' | 'not-offered' | 'refused';
  readonly code:
    | 'too-long'
    | 'items-do-not-add-up'
    | 'too-many-items'
    | 'incomplete-address'
    | 'item-name-too-long'
    | 'letters-and-digits-only'
    | 'postal-code-form';
  readonly limit?: number;
}

/**
 * What the bank would cut, drop, not offer or refuse, found before it is sent: the bank repairs
 * silently, at the price that some payment brands are then not offered. Pure.
 */
export function announcementFindings(order: Announcement): AnnouncementFinding[] {
  return [
    ...numberFindings(order),
    ...tooLong('', order, { description: limits.description }),
    ...itemFindings(order),
    ...addressFindings('shippingDetail', order.shippingDetail),
    ...addressFindings('billingDetail', order.billingDetail),
    ...tooLong('customerInformation.', order.customerInformation, limits.customer),
  ];
}

function numberFindings(order: Announcement): AnnouncementFinding[] {
  const { merchantOrderId = '', shopperBankstatementReference: reference } = order;
  const path = 'merchantOrderId';
  if (reference === undefined) {
    if (!/^[A-Za-z0-9]*$/.test(merchantOrderId)) {
      return [{ path, effect: 'refused', code: 'letters-and-digits-only' }];
    }
    return tooLong('', order, { merchantOrderId: limits.merchantOrderId });
  }
  return tooLong('', order, {
    merchantOrderId: limits.merchantOrderIdWithReference,
    shopperBankstatementReference: limits.shopperBankstatementReference,
  });
}

function itemFindings({ orderItems: items = [], amount }: Announcement): AnnouncementFinding[] {
  if (items.length === 0) return [];
  const path = 'orderItems';
  if (items.length > limits.items) {
    return [{ path, effect: 'dropped', code: 'too-many-items', limit: limits.items }];
  }
  const sum = items.reduce((total, item) => total + item.quantity * item.amount.amount, 0);
  if (sum !== amount.amount) return [{ path, effect: 'dropped', code: 'items-do-not-add-up' }];
  return items.flatMap((item, index) => oneItem(`${path}.${index}.`, item));
}

function oneItem(path: string, item: AnnouncedItem): AnnouncementFinding[] {
  const { id, description } = limits.item;
  const name = item.name ?? '';
  const findings = tooLong(path, item, { id, description });
  if (escapedLength(name) > limits.item.name) {
    const limit = limits.item.name;
    findings.push({ path: `${path}name`, effect: 'refused', code: 'item-name-too-long', limit });
  }
  return findings;
}

/** In 2019 the bank counted `&`, `<` and `>` as they are written in HTML; we stay on the safe side. */
function escapedLength(text: string): number {
  return codePoints(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

function addressFindings(path: string, address: AnnouncedAddress | undefined) {
  if (!address) return [];
  const findings = tooLong(`${path}.`, address, limits.address);
  const missing = (['lastName', 'street', 'city'] as const).find((field) => !address[field]);
  if (missing) {
    findings.push({ path: `${path}.${missing}`, effect: 'refused', code: 'incomplete-address' });
  }
  if (!postalCodeFits(address)) {
    findings.push({ path: `${path}.postalCode`, effect: 'not-offered', code: 'postal-code-form' });
  }
  return findings;
}

const postalForms: Readonly<Record<string, RegExp>> = {
  NL: /^\d{4}[A-Za-z]{2}$/,
  BE: /^\d{4}$/,
  DE: /^\d{5}$/,
};

function postalCodeFits({ postalCode = '', countryCode = '' }: AnnouncedAddress): boolean {
  const form = postalForms[countryCode.toUpperCase()];
  return !form || form.test(postalCode.replace(/\s+/g, ''));
}

function tooLong(
  path: string,
  from: Readonly<Record<string, unknown>> | undefined,
  fields: Readonly<Record<string, number>>,
): AnnouncementFinding[] {
  return Object.entries(fields).flatMap(([field, limit]) => {
    const text = from?.[field];
    if (typeof text !== 'string' || codePoints(text) <= limit) return [];
    return [{ path: path + field, effect: 'cut' as const, code: 'too-long' as const, limit }];
  });
}
