import type { Environment } from '@toonbank/primitives';

/** What the processes were told at start, checked once. Inject it; nothing else reads `process.env`. */
export abstract class Config {
  abstract readonly mode: 'production' | 'development' | 'test';
  abstract readonly logLevel: string;
  abstract readonly host: string;
  abstract readonly port: number;
  /** 0: the worker answers no health questions. */
  abstract readonly workerPort: number;
  /** Origin under which browsers and the bank reach us; no slash at the end. */
  abstract readonly publicUrl: string;
  abstract readonly bankUrls: Readonly<Record<Environment, string>>;
  /** One login per power (see `platform/db`). */
  abstract readonly databaseUrls: Readonly<
    Record<'migrator' | 'app' | 'ingest' | 'door' | 'sweeper', string>
  >;
  abstract readonly redisUrl: string;
  /** Set apart the queues of several systems on one Redis; tests use it. */
  abstract readonly redisPrefix: string;
  /** How long a worker's claim on a piece of work outlives the worker, in milliseconds. */
  abstract readonly leaseMs: number;
  /** 32 bytes: wraps the agencies' data keys. */
  abstract readonly kek: Buffer;
  /** 32 bytes: signs what we hand out and take back (return tokens, cursors). */
  abstract readonly appKey: Buffer;
  /** How mail goes out, and from which address. Null: this installation sends none. */
  abstract readonly mail: { readonly url: string; readonly from: string } | null;
  /** Folder in which exports are kept; the API and every worker see the same one. */
  abstract readonly exportDir: string;
  /** Folder of the built portal; empty when this process serves none. */
  abstract readonly portalDir: string;
}
