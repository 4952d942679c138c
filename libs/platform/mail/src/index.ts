export { Letter } from './letter';
export { MailModule } from './mail.module';
export { MailWorkerModule } from './mail.worker.module';
export { type Envelope, type MailState, Post, type ToPost } from './post';
export { mailTables } from './tables';
