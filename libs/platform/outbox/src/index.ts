export { type EventType, eventType } from './event';
export { lookBack, Outbox, type Telling } from './outbox';
export { OutboxEventEntity } from './outbox-event.entity';
export { OutboxModule } from './outbox.module';
export { outboxTables } from './tables';
