import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@toonbank/platform/config';
import { Logger } from 'nestjs-pino';
import { serveHealth } from './health';
import { WorkerModule } from './worker.module';

const config = readConfig(process.env);
const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
  bufferLogs: true,
  abortOnError: false,
});
app.useLogger(app.get(Logger));
// SIGTERM and SIGINT drain: running jobs end, their leases are given back, then the rooms close.
app.enableShutdownHooks();
if (config.workerPort > 0) {
  serveHealth(app, config.workerPort, config.host).unref();
}
