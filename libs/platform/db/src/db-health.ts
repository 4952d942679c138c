import { Injectable } from '@nestjs/common';
import { Door, Ingest, Sweeper } from './powers';

/** Whether the database answers every login we depend on. */
@Injectable()
export class DbHealth {
  constructor(
    private readonly door: Door,
    private readonly ingest: Ingest,
    private readonly sweeper: Sweeper,
  ) {}

  /** Never throws; gives up after a second. */
  async isUp(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false).unref());
    const questions = [this.door, this.ingest, this.sweeper].map((p) => p.rows('select 1'));
    const answered = Promise.all(questions).then(
      () => true,
      () => false,
    );
    return Promise.race([answered, late]);
  }
}
