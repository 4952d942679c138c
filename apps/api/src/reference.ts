import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document, made from the same schemas that check requests and answers. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Toonbank')
    .setDescription(
      'The API of Toonbank. Shops call it with an API key (`Authorization: Bearer tb_…`), people ' +
        'with a session. Errors are RFC 9457 problem documents with a stable `code`.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'apiKey')
    .addCookieAuth('__Host-tb', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('apiKey')
    .addSecurityRequirements('session')
    .build();
  return SwaggerModule.createDocument(app, head);
}

/** A page that shows the document, at `/reference`, under a content policy of its own. */
export function serveReference(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      if (request.url.startsWith('/reference')) reply.header('content-security-policy', policy);
      done();
    });
  SwaggerModule.setup('reference', app, () => describeApi(app), {
    customSiteTitle: 'Toonbank API',
    jsonDocumentUrl: 'reference/openapi.json',
    yamlDocumentUrl: 'reference/openapi.yaml',
  });
}

const policy = [
  `default-src 'none'`,
  `script-src 'self' 'unsafe-inline'`,
  `style-src 'self' 'unsafe-inline'`,
  `connect-src 'self'`,
  `img-src 'self' data:`,
  `frame-ancestors 'none'`,
].join('; ');
