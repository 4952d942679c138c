import { Process, Processor } from '@nestjs/bull';
import type { Job } from 'bull';
import { ExportMaking } from './export-making';
import { MakeExport } from './make-export.job';

/** One after the other: each takes all of a core of the database's. More at once is more processes. */
const atOnce = 1;

@Processor(MakeExport.queue)
export class MakeExportProcessor {
  constructor(private readonly making: ExportMaking) {}

  @Process({ concurrency: atOnce })
  process(job: Job<unknown>): Promise<void> {
    const { agencyId, exportId } = MakeExport.data.parse(job.data);
    return this.making.make(agencyId, exportId);
  }
}
