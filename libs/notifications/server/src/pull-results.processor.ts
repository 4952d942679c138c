import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { PullService } from './pull.service';
import { PullResults } from './pull-results.job';

const atOnce = 8;

@Processor(PullResults.queue)
export class PullResultsProcessor {
  constructor(private readonly pull: PullService) {}

  @Process({ concurrency: atOnce })
  process(job: Job<unknown>): Promise<void> {
    const { agencyId, merchantId, webshopId, environment } = PullResults.data.parse(job.data);
    const actor = { kind: 'system', name: 'pull-results' } as const;
    return this.pull.all({ agencyId, merchantId, place: { webshopId, environment }, actor });
  }
}
