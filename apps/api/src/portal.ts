import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@toonbank/platform/config';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Addresses of the API and of the bank-facing doors; nothing below them is a page of the portal. */
const notPages = /^\/(v1|in|r|reference|healthz|readyz)(\/|$|\?)/;

/**
 * Serves the built portal from the API's origin: files that carry a hash in their name for a year,
 * the page itself with a fresh nonce at each request and never from a cache.
 */
export async function servePortal(
  app: NestFastifyApplication,
  { portalDir: folder, mode }: Pick<Config, 'portalDir' | 'mode'>,
): Promise<void> {
  const built = readFileSync(join(folder, 'index.html'), 'utf8');
  const version = createHash('sha256').update(built).digest('hex').slice(0, 12);
  const head = [
    `<meta name="portal-version" content="${version}" />`,
    ...(mode === 'production' ? [] : ['<meta name="development" />']),
    ...sansOf(folder).map(
      (file) =>
        `<link rel="preload" as="font" type="font/woff2" href="/media/${file}" crossorigin />`,
    ),
  ];
  const template = built.replace('</head>', `${head.join('')}</head>`);
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    // Compressed when it was built.
    preCompressed: true,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    setHeaders: (reply) =>
      void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    if (notPages.test(request.url)) return reply.callNotFound();
    return sendPage(template, reply);
  };
  const fastify = app.getHttpAdapter().getInstance();
  // A tab that has been open for a while learns from any answer that there is a newer portal.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('x-portal-version', version);
    done();
  });
  fastify.get('/', page);
  fastify.get('/*', page);
}

/** The letters of every page: asked for at once, so that no line moves when they come. */
function sansOf(folder: string): string[] {
  const media = join(folder, 'media');
  return existsSync(media)
    ? readdirSync(media).filter((name) => name.startsWith('instrument'))
    : [];
}

function sendPage(template: string, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const html = template
    .replaceAll('<script ', `<script nonce="${nonce}" `)
    .replaceAll('<link rel="modulepreload"', `<link nonce="${nonce}" rel="modulepreload"`)
    .replace('<tb-root', `<tb-root ngCspNonce="${nonce}"`);
  return reply
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}

function policy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types angular angular#bundler`,
  ].join('; ');
}
