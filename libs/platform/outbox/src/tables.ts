import type { RoomTables } from '@toonbank/platform/db';
import { Outbox1764000000020 } from './migrations/1764000000020-outbox';
import { Hearing1764000000040 } from './migrations/1764000000040-hearing';
import { OutboxEventEntity } from './outbox-event.entity';

export const outboxTables: RoomTables = {
  name: 'outbox',
  needs: [],
  entities: [OutboxEventEntity],
  migrations: [Outbox1764000000020, Hearing1764000000040],
};
