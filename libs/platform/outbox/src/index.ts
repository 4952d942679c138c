export { type EventType, eventType, heardEvent } from './event';
export { type Heard, type Hearer, Hears } from './hears';
export { lookBack, Outbox, type Telling } from './outbox';
export { OutboxEventEntity } from './outbox-event.entity';
export { OutboxModule } from './outbox.module';
export { Relay } from './relay';
export { RelayWorkerModule } from './relay.worker.module';
export { outboxTables } from './tables';
export { type Waiting, Waits, WaitsOn, WaitTold } from './waits';
