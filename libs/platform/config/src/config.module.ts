import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Config } from './config';

/** Gives every room the checked configuration and the clock. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config, clock: Clock = new Clock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [Config, Clock],
    };
  }
}
