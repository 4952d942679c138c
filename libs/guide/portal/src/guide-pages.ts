import type { Language } from '@toonbank/ui/look';

type Text = () => Promise<{ readonly default: string }>;

/** The pages of the guide, in reading order; `docs/guide/<language>/<page>.md`. */
export const guidePages = [
  'index',
  'webshops',
  'keys',
  'webhook',
  'sandbox',
  'going-live',
  'bank-errors',
  'orders',
  'payment-methods',
  'refunds',
  'tasks',
  'notifications',
  'billing',
  'exports',
  'people',
  'pci-dss',
] as const;
export type GuidePage = (typeof guidePages)[number];

/** Each page in each language is a chunk of its own: whoever asks for help loads one. */
export const guideTexts: Readonly<Record<Language, Readonly<Record<GuidePage, Text>>>> = {
  nl: {
    index: () => import('@toonbank/guide/text/nl/index.md'),
    webshops: () => import('@toonbank/guide/text/nl/webshops.md'),
    keys: () => import('@toonbank/guide/text/nl/keys.md'),
    webhook: () => import('@toonbank/guide/text/nl/webhook.md'),
    sandbox: () => import('@toonbank/guide/text/nl/sandbox.md'),
    'going-live': () => import('@toonbank/guide/text/nl/going-live.md'),
    'bank-errors': () => import('@toonbank/guide/text/nl/bank-errors.md'),
    orders: () => import('@toonbank/guide/text/nl/orders.md'),
    'payment-methods': () => import('@toonbank/guide/text/nl/payment-methods.md'),
    refunds: () => import('@toonbank/guide/text/nl/refunds.md'),
    tasks: () => import('@toonbank/guide/text/nl/tasks.md'),
    notifications: () => import('@toonbank/guide/text/nl/notifications.md'),
    billing: () => import('@toonbank/guide/text/nl/billing.md'),
    exports: () => import('@toonbank/guide/text/nl/exports.md'),
    people: () => import('@toonbank/guide/text/nl/people.md'),
    'pci-dss': () => import('@toonbank/guide/text/nl/pci-dss.md'),
  },
  en: {
    index: () => import('@toonbank/guide/text/en/index.md'),
    webshops: () => import('@toonbank/guide/text/en/webshops.md'),
    keys: () => import('@toonbank/guide/text/en/keys.md'),
    webhook: () => import('@toonbank/guide/text/en/webhook.md'),
    sandbox: () => import('@toonbank/guide/text/en/sandbox.md'),
    'going-live': () => import('@toonbank/guide/text/en/going-live.md'),
    'bank-errors': () => import('@toonbank/guide/text/en/bank-errors.md'),
    orders: () => import('@toonbank/guide/text/en/orders.md'),
    'payment-methods': () => import('@toonbank/guide/text/en/payment-methods.md'),
    refunds: () => import('@toonbank/guide/text/en/refunds.md'),
    tasks: () => import('@toonbank/guide/text/en/tasks.md'),
    notifications: () => import('@toonbank/guide/text/en/notifications.md'),
    billing: () => import('@toonbank/guide/text/en/billing.md'),
    exports: () => import('@toonbank/guide/text/en/exports.md'),
    people: () => import('@toonbank/guide/text/en/people.md'),
    'pci-dss': () => import('@toonbank/guide/text/en/pci-dss.md'),
  },
};
