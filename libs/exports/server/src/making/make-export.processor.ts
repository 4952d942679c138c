import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { ExportMaking } from './export-making';
import { MakeExport } from './make-export.job';

/** So many at once in one worker: each holds a connection and some megabytes while it runs. */
const atOnce = 4;

@Processor(MakeExport.queue)
export class MakeExportProcessor {
  constructor(private readonly making: ExportMaking) {}

  @Process({ concurrency: atOnce })
  process(job: Job<unknown>): Promise<void> {
    const { agencyId, exportId } = MakeExport.data.parse(job.data);
    return this.making.make(agencyId, exportId);
  }
}
