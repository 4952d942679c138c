import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@toonbank/platform/clock';
import { type Config, ConfigModule } from '@toonbank/platform/config';
import { CryptoModule, cryptoTables } from '@toonbank/platform/crypto';
import { DbModule, type RoomTables } from '@toonbank/platform/db';
import { createHttpApp, type HotDoor, HttpModule } from '@toonbank/platform/http';
import { LogModule } from '@toonbank/platform/log';
import { MailModule, mailTables } from '@toonbank/platform/mail';
import { OutboxModule, outboxTables } from '@toonbank/platform/outbox';
import { QueueModule } from '@toonbank/platform/queue';
import { testConfig } from './test-config';
import { testDatabase, type TestDatabase } from './test-database';

type Imported = Type<unknown> | DynamicModule;

export interface TestAppOptions {
  readonly tables: readonly RoomTables[];
  readonly imports: readonly Imported[];
  readonly clock?: Clock;
  readonly config?: Partial<Config>;
  /** Share a database between two apps: another process of the same system. */
  readonly database?: TestDatabase;
  readonly hotDoor?: HotDoor;
}

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  readonly database: TestDatabase;
  /** Closes the application and, unless it was shared, drops the database. */
  close(): Promise<void>;
}

/** A running system of just these rooms, on a database and a Redis prefix of its own. */
export async function testApp(options: TestAppOptions): Promise<TestApp> {
  const tables = [cryptoTables, mailTables, outboxTables, ...options.tables];
  const database = options.database ?? (await testDatabase(tables));
  const config = testConfig(database.url, options.config);
  const app = await createHttpApp(root(tables, options, config), options.hotDoor);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async () => {
    await app.close();
    if (!options.database) await database.drop();
  };
  return { app, config, database, close };
}

function root(tables: readonly RoomTables[], options: TestAppOptions, config: Config): Imported {
  @Module({
    imports: [
      ConfigModule.with(config, options.clock),
      LogModule.forProcess('test'),
      DbModule.with(tables),
      CryptoModule,
      OutboxModule,
      QueueModule,
      MailModule,
      HttpModule,
      ...options.imports,
    ],
  })
  class TestRoot {}
  return TestRoot;
}
