import type { RoomTables } from '@toonbank/platform/db';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { Tasks1764000000860 } from './migrations/1764000000860-tasks';
import { TaskEntity } from './task.entity';

export const tasksTables: RoomTables = {
  name: 'tasks',
  needs: [outboxTables, shopTables],
  entities: [TaskEntity],
  migrations: [Tasks1764000000860],
};
