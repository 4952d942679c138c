export { LogModule } from './log.module';
export { redact } from './redact';
