import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@toonbank/platform/config';
import { Logger } from 'nestjs-pino';
import { serveHealth } from './health';

/** Runs a process that serves nobody, until it is told to stop. */
export async function run(module: DynamicModule, config: Config): Promise<void> {
  const app = await NestFactory.createApplicationContext(module, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  // SIGTERM and SIGINT drain: running jobs end, their leases are given back, then the rooms close.
  app.enableShutdownHooks();
  if (config.workerPort > 0) {
    serveHealth(app, config.workerPort, config.host).unref();
  }
}
