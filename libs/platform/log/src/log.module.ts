import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { LoggerModule } from 'nestjs-pino';
import { redact } from './redact';

/** Structured logs, one JSON line each, with secrets taken out wherever they turn up. */
@Module({})
export class LogModule {
  static forProcess(name: string): DynamicModule {
    return {
      module: LogModule,
      imports: [
        LoggerModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            // No middleware of its own: it would run, and cost, on every route.
            forRoutes: [],
            pinoHttp: {
              name,
              level: config.logLevel,
              serializers: {
                err: (error: Error & { code?: string }) => ({
                  type: error.name,
                  code: error.code,
                  message: redact(error.message),
                  stack: redact(error.stack ?? ''),
                }),
              },
              hooks: {
                logMethod(inputs, method) {
                  const clean = inputs.map((i) => (typeof i === 'string' ? redact(i) : i));
                  method.apply(this, clean as typeof inputs);
                },
              },
            },
          }),
        }),
      ],
    };
  }
}
