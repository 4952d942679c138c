import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { MailSending } from './mail-sending';
import { SendMail } from './send-mail.job';

const atOnce = 4;

@Processor(SendMail.queue)
export class SendMailProcessor {
  constructor(private readonly sending: MailSending) {}

  @Process({ concurrency: atOnce })
  process(job: Job<unknown>): Promise<void> {
    const { agencyId, mailId } = SendMail.data.parse(job.data);
    return this.sending.send(agencyId, mailId);
  }
}
