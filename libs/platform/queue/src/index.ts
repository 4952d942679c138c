export { Hints } from './hints';
export { job, type JobKind } from './job';
export { Live } from './live';
export { QueueModule } from './queue.module';
export { RedisConnections } from './redis';
export { Rounds } from './rounds';
