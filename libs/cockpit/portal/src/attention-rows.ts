import type { Attention, WebshopVerdict } from '@toonbank/cockpit/contract';
import type { Environment } from '@toonbank/primitives';
import type { IconName, StateLook } from '@toonbank/ui/look';

/** Something that waits, with where it is dealt with. */
export interface Waiting {
  readonly key: string;
  readonly attention: Attention;
  readonly icon: IconName;
  readonly link: readonly string[];
}

const icons: Readonly<Record<Attention['kind'], IconName>> = {
  'key-expires': 'key-round',
  'webshop-quiet': 'bell-off',
  'order-needs-look': 'triangle-alert',
};

export function waitingOf(attention: Attention, environment: Environment): Waiting {
  const { kind, order, webshopId } = attention;
  const link = order
    ? ['/', environment, 'orders', order.id]
    : ['/', environment, 'webshops', webshopId];
  return { key: `${kind} ${order?.id ?? webshopId}`, attention, icon: icons[kind], link };
}

export const verdictLooks: Readonly<Record<WebshopVerdict, StateLook>> = {
  'key-expires': { icon: 'key-round', tone: 'warn' },
  quiet: { icon: 'bell-off', tone: 'warn' },
  'needs-look': { icon: 'triangle-alert', tone: 'warn' },
  'not-live': { icon: 'circle-pause', tone: 'plain' },
  healthy: { icon: 'circle-check', tone: 'ok' },
};
