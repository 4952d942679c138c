import { dayOf } from '@toonbank/platform/clock';
import type { WebshopDetail } from '@toonbank/shop/contract';
import type { Town } from './town';

export type Role = 'agency' | 'merchant' | 'nobody';

/** A page that the sweep visits: who, where, and what shows that it is there. */
export interface Visit {
  readonly name: string;
  readonly as: Role;
  readonly path: (places: Places) => string;
  readonly ready: string;
  /** Asked over a page: it keeps Tab to itself until it is left. */
  readonly isDialog?: true;
}

/** Ids of what stands in the addresses. */
export interface Places {
  readonly order: string;
  readonly notification: string;
  readonly refund: string;
  /** Not at the bank: it waits until somebody says that it was done. */
  readonly refundElsewhere: string;
  readonly merchantsRefund: string;
  readonly webshop: string;
  readonly merchant: string;
  readonly shop: string;
  readonly pointOfSale: string;
  readonly invoice: string;
  readonly method: string;
  readonly export: string;
  readonly schedule: string;
  readonly renewal: string;
  readonly batch: string;
}

const page = (name: string, as: Role, path: Visit['path'] | string, ready: string): Visit => ({
  ...{ name, as, ready },
  path: typeof path === 'string' ? () => path : path,
});

/** What stands before signing in. A token that nobody issued shows the page of a dead link. */
const doors: readonly Visit[] = [
  page('sign in', 'nobody', '/sign-in', '#email'),
  page('a link nobody issued', 'nobody', '/welcome#nobody-issued-this', 'h1'),
  page('a file of a link nobody issued', 'nobody', '/export-file#nobody-issued-this', 'h1'),
  page('a lost password', 'nobody', '/forgot', 'form input'),
  page('a new password', 'nobody', '/reset#nobody-issued-this', 'h1'),
  page('a page that does not exist', 'nobody', '/nothing/here', 'h1'),
  page('gallery', 'nobody', '/gallery', 'tb-timeline li'),
];

const giveOf = (order: string) => `/production/orders/${order}?give=true`;

const ofWebshop = (name: string, below: string, ready: string) =>
  page(name, 'agency', ({ webshop }) => `/sandbox/webshops/${webshop}${below}`, ready);

const merchants: readonly Visit[] = [
  page('merchants', 'agency', '/merchants', 'tbody tr'),
  page('merchants, by name', 'agency', '/merchants?sort=name', 'tbody tr'),
  page('merchants, none fits', 'agency', '/merchants?search=nobody-is-called-this', 'tb-empty'),
  page('a new merchant', 'agency', '/merchants/new', 'form input'),
  page('merchant', 'agency', ({ merchant }) => `/merchants/${merchant}`, 'tb-webshop-table tr'),
  page(
    'a merchant being changed',
    'agency',
    ({ merchant }) => `/merchants/${merchant}/edit`,
    'form',
  ),
  page('a new shop', 'agency', ({ merchant }) => `/merchants/${merchant}/shops/new`, 'form input'),
  page('shop', 'agency', ({ shop }) => `/shops/${shop}`, 'tb-webshop-table tr'),
  page('a shop being changed', 'agency', ({ shop }) => `/shops/${shop}/edit`, 'form'),
  page('a new counter', 'agency', ({ shop }) => `/shops/${shop}/points-of-sale/new`, 'form'),
  page(
    'a counter being changed',
    'agency',
    ({ shop, pointOfSale }) => `/shops/${shop}/points-of-sale/${pointOfSale}/edit`,
    'form',
  ),
];

const webshops: readonly Visit[] = [
  page('webshops', 'agency', '/production/webshops', 'tbody tr'),
  page('webshops, none fits', 'agency', '/production/webshops?search=nothing.example', 'tb-empty'),
  page('connecting a webshop', 'agency', '/sandbox/webshops/new', 'form input'),
  page(
    'connecting, the counter',
    'agency',
    ({ shop }) => `/sandbox/webshops/new/shop?url=https://a.example/&shop=${shop}`,
    'form select',
  ),
  ofWebshop('webshop', '', 'tb-key-card'),
  ofWebshop('webshop at the bank', '/bank', '.steps li'),
  ofWebshop('webshop being ended', '/ending', 'form input'),
  ofWebshop('entering keys', '/keys', 'form textarea'),
  ofWebshop('API keys', '/api-keys', 'main h2'),
  ofWebshop('virtual keys', '/virtual-keys', 'tbody tr'),
  ofWebshop('snippet', '/snippet', 'tb-verbatim'),
  ofWebshop('payment methods of a webshop', '/payment-methods', 'tbody tr'),
  ofWebshop('a webshop being changed', '/edit', 'form select'),
  ofWebshop('new keys', '/keys/renew', 'form textarea'),
  page('keys', 'agency', '/production/keys', 'tbody tr'),
  page('keys that expire soon, none', 'agency', '/sandbox/keys?expires=passed', 'tb-empty'),
  page('renewals of keys', 'agency', '/production/keys/rotations', 'tbody tr'),
  page('many renewals at once', 'agency', '/production/keys/batches', 'tbody tr'),
  page(
    'many renewals at once, of chosen webshops',
    'agency',
    ({ webshop }) => `/production/keys/batches?webshops=${webshop}`,
    'tb-chosen a',
  ),
  page(
    'a batch of renewals',
    'agency',
    ({ batch }) => `/production/keys/batches/${batch}`,
    'tb-batch-items tbody tr',
  ),
  page(
    'a renewal of keys',
    'agency',
    ({ renewal }) => `/production/keys/rotations/${renewal}`,
    'tb-old-pair dl',
  ),
  page("a merchant's webshops", 'merchant', '/production/webshops', 'tbody tr'),
  page(
    "a merchant's webshop",
    'merchant',
    ({ webshop }) => `/sandbox/webshops/${webshop}`,
    'tb-key-card',
  ),
];

const methods: readonly Visit[] = [
  page('payment methods', 'agency', ({ merchant }) => ofMerchant(merchant), 'tbody tr'),
  page('requesting a method', 'agency', ({ merchant }) => `${ofMerchant(merchant)}/new`, 'form'),
  page(
    'a payment method',
    'agency',
    ({ merchant, method }) => `${ofMerchant(merchant)}/${method}`,
    'form',
  ),
  page('what PayPal needs', 'agency', ({ merchant }) => `${ofMerchant(merchant)}/paypal`, 'form'),
  page('what Billink needs', 'agency', ({ merchant }) => `${ofMerchant(merchant)}/billink`, 'form'),
  page('costs of methods', 'agency', ({ merchant }) => `${ofMerchant(merchant)}/costs`, 'tbody tr'),
  page('what Billink excludes', 'agency', '/settings/billink', 'form input'),
  page("what Billink excludes, a merchant's look", 'merchant', '/settings/billink', 'tbody tr'),
  page(
    "a merchant's costs of methods",
    'merchant',
    ({ merchant }) => `${ofMerchant(merchant)}/costs`,
    'tbody tr',
  ),
  page(
    "a merchant's payment methods",
    'merchant',
    ({ merchant }) => ofMerchant(merchant),
    'tbody tr',
  ),
];

function ofMerchant(id: string): string {
  return `/merchants/${id}/payment-methods`;
}

/** The month that is over: the demo has closed it. */
function lastMonth(): string {
  const [year = 0, month = 0] = dayOf(new Date()).split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

const billing: readonly Visit[] = [
  page('billing', 'agency', '/billing', 'tb-invoice-table tr'),
  page('billing, none fits', 'agency', '/billing?state=open&month=2001-01', 'tb-empty'),
  page('a month', 'agency', `/billing/runs/${lastMonth()}`, 'tfoot'),
  page('an invoice', 'agency', ({ invoice }) => `/billing/invoices/${invoice}`, 'tfoot'),
  page(
    'how a merchant is billed',
    'agency',
    ({ merchant }) => `/billing/clients/${merchant}`,
    'form',
  ),
  page('margins', 'agency', '/billing/margins', 'tfoot'),
  page('margins, none', 'agency', '/billing/margins?from=2001-01&until=2001-02', 'tb-empty'),
  page('settings of billing', 'agency', '/settings/prices', 'tb-fee-setting form'),
  page(
    'a month that is not over',
    'agency',
    `/billing/runs/${dayOf(new Date()).slice(0, 7)}`,
    'tb-page-head h1',
  ),
  page(
    "a merchant's invoice",
    'merchant',
    ({ invoice }) => `/billing/invoices/${invoice}`,
    'tfoot',
  ),
  page("a merchant's invoices", 'merchant', '/billing', 'tb-invoice-table tr'),
];

const exports: readonly Visit[] = [
  page('exports', 'agency', '/production/exports', 'tbody tr'),
  page('exports, none fits', 'agency', '/production/exports?kind=bills', 'tb-empty'),
  page('no exports', 'agency', '/sandbox/exports', 'tb-empty'),
  page('a new export', 'agency', '/production/exports/new?of=webshop', 'form select'),
  page('an export', 'agency', ({ export: id }) => `/production/exports/${id}`, 'dl.facts'),
  page('scheduled exports', 'agency', '/production/exports/schedules', 'tbody tr'),
  page('no scheduled exports', 'agency', '/sandbox/exports/schedules', 'tb-empty'),
  page('a new scheduled export', 'agency', '/production/exports/schedules/new', 'form textarea'),
  page(
    'a scheduled export',
    'agency',
    ({ schedule }) => `/production/exports/schedules/${schedule}`,
    'dl.facts',
  ),
  page(
    'a scheduled export being changed',
    'agency',
    ({ schedule }) => `/production/exports/schedules/${schedule}/edit`,
    'form textarea',
  ),
  page("a merchant's exports", 'merchant', '/production/exports', 'tb-empty'),
  page("a merchant's scheduled exports", 'merchant', '/production/exports/schedules', 'tb-empty'),
  page("a merchant's new export", 'merchant', '/production/exports/new', 'form select'),
];

const people: readonly Visit[] = [
  page('team', 'agency', '/team', 'tbody tr'),
  page('inviting', 'agency', '/team/invite', 'form input'),
  page('audit', 'agency', '/audit', 'tbody tr'),
  page('audit, none fits', 'agency', '/audit?from=2001-01-01&until=2001-01-02', 'tb-empty'),
  page('settings of the agency', 'agency', '/settings/agency', 'form input'),
  page('account', 'agency', '/account', 'main h2'),
  page("a merchant's account", 'merchant', '/account', 'main h2'),
];

/** Every page of the portal, full and empty, and the faces of what went wrong. */
export const everyPage: readonly Visit[] = [
  ...doors,
  page('overview', 'agency', '/production/overview', 'tbody tr'),
  page('overview of the sandbox', 'agency', '/sandbox/overview', 'tbody tr'),
  page('tasks', 'agency', '/tasks', 'tbody tr'),
  page('tasks, none fits', 'agency', '/tasks?owner=me', 'tb-empty'),
  page('orders', 'agency', '/production/orders', 'tr[data-order]'),
  page('orders, none fits', 'agency', '/production/orders?order=begins-like-nothing', 'tb-empty'),
  page(
    'orders, none fits and of one merchant',
    'agency',
    ({ merchant }) => `/production/orders?order=nothing&merchant=${merchant}`,
    'tb-empty',
  ),
  page('order', 'agency', ({ order }) => `/production/orders/${order}`, 'tb-timeline li'),
  page('an order of nobody', 'agency', `/production/orders/${crypto.randomUUID()}`, '[role=alert]'),
  page('notifications', 'agency', '/production/notifications', 'tbody tr'),
  page(
    'notification',
    'agency',
    ({ notification }) => `/production/notifications/${notification}`,
    'tb-verbatim',
  ),
  page('refunds', 'agency', '/production/refunds', 'tbody tr'),
  page('refunds, none fits', 'agency', '/production/refunds?status=FAILED', 'tb-empty'),
  page('settings of keys', 'agency', '/settings/keys', 'form input'),
  page('settings of refunds', 'agency', '/settings/refunds', 'form input'),
  page('refund', 'agency', ({ refund }) => `/production/refunds/${refund}`, 'dl.facts'),
  {
    ...page('giving back', 'agency', ({ order }) => giveOf(order), 'tb-give-dialog input'),
    isDialog: true,
  },
  page(
    'a refund elsewhere',
    'agency',
    ({ refundElsewhere }) => `/production/refunds/${refundElsewhere}`,
    'dl.facts',
  ),
  page(
    "a merchant's refund",
    'merchant',
    ({ merchantsRefund }) => `/production/refunds/${merchantsRefund}`,
    'dl.facts',
  ),
  page("a merchant's refunds", 'merchant', '/production/refunds', 'tb-page-head'),
  page("a merchant's orders", 'merchant', '/production/orders', 'tr[data-order]'),
  page("a merchant's empty orders", 'merchant', '/production/orders?order=nothing', 'tb-empty'),
  page(
    "a merchant's order",
    'merchant',
    ({ order }) => `/production/orders/${order}`,
    'tb-timeline li',
  ),
  ...merchants,
  ...webshops,
  ...methods,
  ...billing,
  ...exports,
  ...people,
  page('a page that does not exist, inside', 'agency', '/nothing/here', 'tb-missing-page h1'),
  page(
    "a page that does not exist, a merchant's",
    'merchant',
    '/nothing/here',
    'tb-missing-page h1',
  ),
  page('not for a merchant', 'merchant', '/production/overview', 'h1'),
];

/** Reads, as the agency, what the addresses need. */
export async function placesOf(town: Town): Promise<Places> {
  const context = await town.person();
  await town.signIn(context, 'agency');
  const first = async (path: string) => {
    const answer = await context.request.get(town.portalUrl + path);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items[0]!.id;
  };
  const webshop = town.issued.webshop.id;
  const read = await context.request.get(`${town.portalUrl}/v1/webshops/${webshop}`);
  const { merchantId, shopId, pointOfSaleId } = (await read.json()) as WebshopDetail;
  const places = {
    ...{ webshop, merchant: merchantId, shop: shopId, pointOfSale: pointOfSaleId },
    // Of the merchant who is in the demo: the sweep visits it as them too.
    order: await first(`/v1/orders?environment=production&webshopId=${webshop}&status=COMPLETED`),
    refund: await first('/v1/refunds?environment=production'),
    refundElsewhere: await first('/v1/refunds?environment=production&status=ELSEWHERE'),
    merchantsRefund: await first(`/v1/refunds?environment=production&merchantId=${merchantId}`),
    notification: await first('/v1/notifications?environment=production'),
    invoice: await first(`/v1/invoices?merchantId=${merchantId}`),
    export: await first('/v1/exports?environment=production'),
    batch: await first('/v1/key-rotation-batches?environment=production'),
    renewal: await first('/v1/key-rotations?environment=production'),
    schedule: await first('/v1/export-schedules?environment=production'),
    method: await first(`/v1/merchants/${merchantId}/method-contracts`),
  };
  await context.close();
  return places;
}
