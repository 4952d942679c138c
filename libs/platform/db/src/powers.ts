import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { Pool, type PoolConfig } from 'pg';

/** A login with one power, on connections of its own. */
abstract class Power implements OnApplicationShutdown {
  /** For the boot check and the health questions. */
  readonly pool: Pool;

  protected constructor(config: PoolConfig) {
    this.pool = new Pool(config);
    // An idle connection that dies (server restarted) must not take the process with it.
    this.pool.on('error', () => undefined);
  }

  async rows<Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, parameters)).rows;
  }

  /** After the last request and the last job. */
  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}

/** Reads the directory tables before the tenant is known, and nothing else. */
@Injectable()
export class Door extends Power {
  constructor(config: Config) {
    super({ connectionString: config.databaseUrls.door, max: 4 });
  }
}

/** Puts rows into the inbox, for many agencies in one statement; cannot read them back. */
@Injectable()
export class Ingest extends Power {
  constructor(config: Config) {
    super({ connectionString: config.databaseUrls.ingest, max: 3 });
  }
}

/** Sees ids and due times over all agencies, never content: finds what waited too long. */
@Injectable()
export class Sweeper extends Power {
  constructor(config: Config) {
    super({ connectionString: config.databaseUrls.sweeper, max: 2 });
  }
}
