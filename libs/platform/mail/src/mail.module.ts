import { Global, Module } from '@nestjs/common';
import { QueueModule } from '@toonbank/platform/queue';
import { Carrier } from './carrier';
import { MailsRepository } from './mails.repository';
import { Post } from './post';
import { SendMail } from './send-mail.job';

/** For rooms that send mail. */
@Global()
@Module({
  imports: [QueueModule.for(SendMail)],
  providers: [Carrier, MailsRepository, Post],
  exports: [Carrier, MailsRepository, Post],
})
export class MailModule {}
