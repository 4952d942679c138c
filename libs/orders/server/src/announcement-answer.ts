import type { Sealer } from '@toonbank/platform/crypto';
import { Problem } from '@toonbank/platform/http';
import type { AnnouncementEntity } from './announcement.entity';

/** For what an address of the payment page is sealed: it opens for no other announcement. */
export function redirectBinding({ webshopId, environment, id }: AnnouncementEntity) {
  return { webshopId, environment, field: 'redirect-url', version: id };
}

/** The address of the payment page, if the bank gave one. */
export function redirectOf(sealer: Sealer, announcement: AnnouncementEntity): string | null {
  if (!announcement.redirectUrl) return null;
  return sealer.open(redirectBinding(announcement), announcement.redirectUrl).toString('utf8');
}

/** Throws the bank's refusal again, as it was told the first time. */
export function refuseIfRefused({ state, refusalCode, refusalText }: AnnouncementEntity): void {
  if (state !== 'refused') return;
  throw Problem.unprocessable(
    'bank-refused',
    'The bank did not take this order.',
    `The bank says ${refusalCode}: ${refusalText} The shopper got no link; mend it and announce under a new Idempotency-Key.`,
  );
}
