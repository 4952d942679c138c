import { Module } from '@nestjs/common';
import { QueueModule } from '@toonbank/platform/queue';
import { MailModule } from './mail.module';
import { MailSending } from './mail-sending';
import { MailSweep } from './mail-sweep';
import { SendMail } from './send-mail.job';
import { SendMailProcessor } from './send-mail.processor';

/** What the worker does about mail. */
@Module({
  imports: [QueueModule.for(SendMail), MailModule],
  providers: [MailSending, MailSweep, SendMailProcessor],
  exports: [MailSending, MailSweep],
})
export class MailWorkerModule {}
