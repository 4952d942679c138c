import type { Attention, WebshopHealth, WebshopVerdict } from '@toonbank/cockpit/contract';
import type { ListedKey } from '@toonbank/keys/contract';
import type { ListedOrder } from '@toonbank/orders/contract';
import type { WebshopDay } from '@toonbank/orders/server';
import { startOfDay } from '@toonbank/platform/clock';
import type { ListedWebshop } from '@toonbank/shop/contract';
import { expiresSoon, healthOf, quietSince, type Seen } from './webshop-health';

/** Everything that the verdicts are made of: one agency, one environment. */
export interface Known {
  readonly webshops: readonly ListedWebshop[];
  readonly keys: readonly ListedKey[];
  /** Orders that want a look, newest first. */
  readonly looked: readonly ListedOrder[];
  readonly days: readonly WebshopDay[];
  readonly calendar: readonly string[];
  readonly now: Date;
}

const dayMs = 24 * 3_600_000;
/** The worst first. */
export const verdictOrder: readonly WebshopVerdict[] = [
  'key-expires',
  'quiet',
  'needs-look',
  'not-live',
  'healthy',
];
const urgencies: readonly Attention['urgency'][] = ['bad', 'warn', 'info'];

/** What waits for somebody, the most urgent first, within one urgency the nearest clock first. */
export function attentionOf(known: Known): Attention[] {
  const all = [...expiringKeys(known), ...quietWebshops(known), ...lookedOrders(known)];
  const clock = ({ due, since }: Attention) => Date.parse(due ?? since ?? known.now.toISOString());
  const rank = ({ urgency }: Attention) => urgencies.indexOf(urgency);
  return all.sort((a, b) => rank(a) - rank(b) || clock(a) - clock(b));
}

/** Every webshop with its verdict, the worst first. */
export function worstFirst(known: Known): WebshopHealth[] {
  const seen = seenByWebshop(known);
  const told = known.webshops.map((webshop) => {
    const facts = seen.get(webshop.id)!;
    const { verdict, lastPaidOn, succeeded, paidPerDay } = healthOf(facts);
    return {
      ...whereOf(webshop),
      ...{ verdict, lastPaidOn, succeeded, paidPerDay: [...paidPerDay] },
      keysExpireAt: facts.keysExpireAt?.toISOString() ?? null,
    };
  });
  const sold = ({ paidPerDay }: WebshopHealth) => paidPerDay.reduce((sum, paid) => sum + paid, 0);
  return told.sort(
    (a, b) =>
      verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) || sold(b) - sold(a),
  );
}

function expiringKeys({ keys, now }: Known): Attention[] {
  return keys.flatMap((key) => {
    const at = key.expiresAt === null ? null : new Date(key.expiresAt);
    if (at === null || !expiresSoon(at, now)) return [];
    const { merchantId, merchantName, webshopId, host } = key;
    const left = at.getTime() - now.getTime();
    const urgency = left < 7 * dayMs ? 'bad' : left < 30 * dayMs ? 'warn' : 'info';
    return [
      {
        ...{ kind: 'key-expires', urgency, merchantId, merchantName, webshopId, host },
        ...{ order: null, since: null, due: at.toISOString() },
      } as const,
    ];
  });
}

function quietWebshops(known: Known): Attention[] {
  const seen = seenByWebshop(known);
  return known.webshops.flatMap((webshop) => {
    const facts = seen.get(webshop.id)!;
    const since = facts.hasKeys ? quietSince(facts) : undefined;
    if (!since) return [];
    const clock = { order: null, since: startOfDay(since).toISOString(), due: null };
    return [{ kind: 'webshop-quiet', urgency: 'warn', ...whereOf(webshop), ...clock } as const];
  });
}

function lookedOrders({ looked }: Known): Attention[] {
  return looked.map(
    ({ id, merchantOrderId, merchantId, merchantName, webshopId, host, updatedAt }) =>
      ({
        ...{ kind: 'order-needs-look', urgency: 'warn', merchantId, merchantName, webshopId, host },
        ...{ order: { id, merchantOrderId }, since: updatedAt, due: null },
      }) as const,
  );
}

function seenByWebshop(known: Known): ReadonlyMap<string, Seen> {
  const { webshops, keys, days, looked, calendar, now } = known;
  const keyOf = new Map(keys.map((key) => [key.webshopId, key]));
  const daysOf = Map.groupBy(days, ({ webshopId }) => webshopId);
  const looksOf = Map.groupBy(looked, ({ webshopId }) => webshopId);
  return new Map(
    webshops.map(({ id }) => {
      const key = keyOf.get(id);
      const keysExpireAt = key?.expiresAt ? new Date(key.expiresAt) : null;
      const looks = looksOf.get(id)?.length ?? 0;
      const facts = { keysExpireAt, hasKeys: !!key, looks, calendar, now };
      return [id, { ...facts, days: daysOf.get(id) ?? [] }];
    }),
  );
}

function whereOf({ id, host, merchantId, merchantName }: ListedWebshop) {
  return { merchantId, merchantName, webshopId: id, host };
}
