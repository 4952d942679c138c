import { randomUUID } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { LoggerModule } from 'nestjs-pino';
import { redact } from './redact';

/** Structured logs: one JSON line per request with its id, never a header, a body or a query. */
@Module({})
export class LogModule {
  static forProcess(name: string): DynamicModule {
    return {
      module: LogModule,
      imports: [
        LoggerModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            pinoHttp: {
              name,
              level: config.logLevel,
              genReqId: () => randomUUID(),
              autoLogging: { ignore: (request) => quiet(request.url ?? '') },
              serializers: {
                req: (request: { id: unknown; method: string; url: string }) => ({
                  id: request.id,
                  method: request.method,
                  path: pathOf(request.url),
                }),
                res: (response: { statusCode: number }) => ({ status: response.statusCode }),
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

/** Health questions come each second and say nothing. */
function quiet(url: string): boolean {
  return url === '/healthz' || url === '/readyz';
}

/** Tokens stand in the path of the bank-facing doors; a log line keeps the door only. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/^\/(in|r)\/.*/, '/$1/…');
}
