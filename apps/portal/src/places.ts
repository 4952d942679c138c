import { peoplePlaces } from '@toonbank/access/portal';
import { agencyPlaces } from '@toonbank/agency/portal';
import { auditPlaces } from '@toonbank/audit/portal';
import { billingPlaces } from '@toonbank/billing/portal';
import { cockpitPlaces } from '@toonbank/cockpit/portal';
import { exportPlaces } from '@toonbank/exports/portal';
import { keyPlaces } from '@toonbank/keys/portal';
import { merchantPlaces } from '@toonbank/merchant/portal';
import { notificationsPlaces } from '@toonbank/notifications/portal';
import { ordersPlaces } from '@toonbank/orders/portal';
import { refundPlaces } from '@toonbank/refunds/portal';
import { shopPlaces } from '@toonbank/shop/portal';
import { taskPlaces } from '@toonbank/tasks/portal';
import type { Place } from '@toonbank/ui/look';

/** Every room's places, in the order in which the navigation shows them. */
export const places: readonly Place[] = [
  ...cockpitPlaces,
  ...taskPlaces,
  ...ordersPlaces,
  ...refundPlaces,
  ...exportPlaces,
  ...merchantPlaces,
  ...shopPlaces,
  ...billingPlaces,
  ...keyPlaces,
  ...notificationsPlaces,
  ...peoplePlaces,
  ...auditPlaces,
  ...agencyPlaces,
];
