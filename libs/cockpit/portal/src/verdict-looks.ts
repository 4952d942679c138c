import type { WebshopVerdict } from '@toonbank/cockpit/contract';
import type { StateLook } from '@toonbank/ui/look';

export const verdictLooks: Readonly<Record<WebshopVerdict, StateLook>> = {
  'key-expires': { icon: 'key-round', tone: 'warn' },
  quiet: { icon: 'bell-off', tone: 'warn' },
  'needs-look': { icon: 'triangle-alert', tone: 'warn' },
  'not-live': { icon: 'circle-pause', tone: 'plain' },
  healthy: { icon: 'circle-check', tone: 'ok' },
};
