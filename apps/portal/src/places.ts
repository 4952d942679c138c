import { cockpitPlaces } from '@toonbank/cockpit/portal';
import { notificationsPlaces } from '@toonbank/notifications/portal';
import { ordersPlaces } from '@toonbank/orders/portal';
import type { Place } from '@toonbank/ui';

/** Every room's places, in the order in which the navigation shows them. */
export const places: readonly Place[] = [...cockpitPlaces, ...ordersPlaces, ...notificationsPlaces];
