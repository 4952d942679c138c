import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { Logger } from 'nestjs-pino';
import { logRequest } from './request-log';

const bodyLimit = 1024 * 1024;

/**
 * Makes the HTTP application that the API serves and that tests talk to: the same adapter, limits,
 * cookies and request ids. Not initialised yet. A hot door is opened before everything else, so that
 * none of the hooks which the other routes need run for it.
 */
export async function createHttpApp(
  root: Type<unknown> | DynamicModule,
  hotDoor?: HotDoor,
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
  await hotDoor?.(app);
  await app.register(cookie);
  adapter.getInstance().register(everyAnswer);
  return app;
}

/** A door outside Nest's pipeline. */
export type HotDoor = (app: NestFastifyApplication) => Promise<void>;

const everyAnswer = fastifyPlugin(async (fastify: FastifyInstance) => {
  let isDraining = false;
  fastify.addHook('preClose', async () => {
    isDraining = true;
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', String(request.id));
    // Else a connection that was busy when the drain began would stay open, idle, for a minute.
    if (isDraining) reply.header('connection', 'close');
    done();
  });
  fastify.addHook('onResponse', logRequest);
});
