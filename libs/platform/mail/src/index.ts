export { Letter } from './letter';
export { MailGivenUp } from './mail-given-up';
export { MailModule } from './mail.module';
export { MailWorkerModule } from './mail.worker.module';
export { type Envelope, type MailState, Post, type ToPost } from './post';
export { mailTables } from './tables';
