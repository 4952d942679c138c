import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openInbox } from '@toonbank/notifications/server';
import type { Clock } from '@toonbank/platform/clock';
import type { Config } from '@toonbank/platform/config';
import { createHttpApp } from '@toonbank/platform/http';
import { ApiModule } from './api.module';
import { servePortal } from './portal';
import { serveReference } from './reference';
import { useSecurityHeaders } from './security-headers';

/** The whole API, initialised but not listening: what `main` serves and what the sweeps visit. */
export async function makeApi(
  config: Config,
  clock?: Clock,
  more: readonly Type<unknown>[] = [],
): Promise<NestFastifyApplication> {
  const app = await createHttpApp(ApiModule.with(config, clock, more), openInbox);
  await useSecurityHeaders(app);
  if (config.portalDir) await servePortal(app, config);
  serveReference(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
