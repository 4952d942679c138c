import type { GuidePage } from './guide-pages';

/** Which page of the guide is about the pages below a path, where their routes do not say so. */
const byPath: Readonly<Record<string, GuidePage>> = {
  ...{ merchants: 'webshops', shops: 'webshops', webshops: 'webshops', keys: 'keys' },
  ...{ orders: 'orders', notifications: 'notifications', billing: 'billing' },
  ...{ team: 'people', audit: 'people', settings: 'people', account: 'people' },
};

/** The guide's page for an address of the portal; its first page when none is about that. */
export function helpOfPath(url: string): GuidePage {
  const segments = url.replace(/[?#].*/, '').split('/');
  const known = segments.find((segment) => Object.hasOwn(byPath, segment));
  return known === undefined ? 'index' : byPath[known]!;
}
