import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module';
import { describeApi } from './reference';

/** Prints the OpenAPI document. Makes no provider, so it needs no database and no configuration. */
const app = await NestFactory.create<NestFastifyApplication>(
  ApiModule.with({} as Parameters<typeof ApiModule.with>[0]),
  new FastifyAdapter(),
  { preview: true, logger: false, abortOnError: false },
);
// A pipe takes 64 KB at a time: leaving before the last of it is taken would cut the document off.
process.stdout.write(`${JSON.stringify(describeApi(app), null, 2)}\n`, () => process.exit(0));
