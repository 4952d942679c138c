import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { logRequest } from './request-log';

const bodyLimit = 1024 * 1024;

/**
 * Makes the HTTP application that the API serves and that tests talk to: the same adapter, limits,
 * cookies and request ids. Not initialised yet, so that doors outside Nest's pipeline can be added.
 */
export async function createHttpApp(
  root: Type<unknown> | DynamicModule,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: () => randomUUID(),
    // Our own checks need the address that connected, not what a header claims.
    trustProxy: false,
    // Keep-alive connections must not hold up a drain.
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  await app.register(cookie);
  const fastify = adapter.getInstance();
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', String(request.id));
  });
  fastify.addHook('onResponse', logRequest);
  return app;
}
