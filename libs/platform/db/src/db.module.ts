import { type DynamicModule, Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@toonbank/platform/config';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { assertHarmless } from './boot-check';
import { DbHealth } from './db-health';
import { Door, Ingest, Sweeper } from './powers';
import { type RoomTables, withNeeds } from './room';
import { Work } from './work';

/** The database for rooms: `Work`, and the logins with one power. Refuses to start on a role that could see past the tenants. */
@Global()
@Module({})
export class DbModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly door: Door,
    private readonly ingest: Ingest,
    private readonly sweeper: Sweeper,
  ) {}

  static with(rooms: readonly RoomTables[]): DynamicModule {
    return {
      module: DbModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            type: 'postgres' as const,
            url: config.databaseUrls.app,
            entities: withNeeds(rooms).flatMap((room) => [...room.entities]),
            poolSize: 10,
            extra: { application_name: 'toonbank' },
          }),
        }),
      ],
      providers: [Work, Door, Ingest, Sweeper, DbHealth],
      exports: [Work, Door, Ingest, Sweeper, DbHealth],
    };
  }

  async onModuleInit(): Promise<void> {
    const app = (this.dataSource.driver as unknown as { master: Pool }).master;
    for (const pool of [app, this.door.pool, this.ingest.pool, this.sweeper.pool]) {
      await assertHarmless(pool);
    }
  }
}
