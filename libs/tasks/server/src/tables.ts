import type { RoomTables } from '@toonbank/platform/db';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { Tasks1764000000860 } from './migrations/1764000000860-tasks';
import { BillinksTurn1764000000870 } from './migrations/1764000000870-billinks-turn';
import { EveryTaskAClock1764000001140 } from './migrations/1764000001140-every-task-a-clock';
import { TaskEntity } from './task.entity';

export const tasksTables: RoomTables = {
  name: 'tasks',
  needs: [outboxTables, shopTables],
  entities: [TaskEntity],
  migrations: [Tasks1764000000860, BillinksTurn1764000000870, EveryTaskAClock1764000001140],
};
