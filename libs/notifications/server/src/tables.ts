import { agencyTables } from '@toonbank/agency/server';
import { keysTables } from '@toonbank/keys/server';
import { ordersTables } from '@toonbank/orders/server';
import type { RoomTables } from '@toonbank/platform/db';
import { KeyDestroyed1764000000990 } from './migrations/1764000000990-key-destroyed';
import { Notifications1764000000800 } from './migrations/1764000000800-notifications';
import { RefusalsOfWebshop1764000001130 } from './migrations/1764000001130-refusals-of-webshop';
import { NotificationEntity } from './notification.entity';

export const notificationsTables: RoomTables = {
  name: 'notifications',
  needs: [agencyTables, keysTables, ordersTables],
  entities: [NotificationEntity],
  migrations: [
    Notifications1764000000800,
    KeyDestroyed1764000000990,
    RefusalsOfWebshop1764000001130,
  ],
};
