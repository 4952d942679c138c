import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { inboxPath } from '@toonbank/notifications/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Inbox } from './inbox';
import { Verifier } from './verifier';

const bodyLimit = 64 * 1024;
const withoutHelmet = { helmet: { skipRoute: true } };

/** The one route outside Nest's pipeline, for the registry that every sweep over routes reads. */
export const hotRoutes = [
  {
    method: 'POST',
    path: `/${inboxPath}/:webhookKey`,
    public: "the bank's ping; the signing key that verifies it decides whose it is",
  },
] as const;

/**
 * The hot door: the bank's pings. Own raw-body parser, no Nest pipeline; 200 only after COMMIT.
 * Register it before the application is initialised.
 */
export async function openInbox(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser(
      /^application\/([\w.-]+\+)?json($|;|\s)/,
      { parseAs: 'buffer', bodyLimit },
      (_request, body, done) => done(null, body),
    );
    door.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
      const status = error.statusCode ?? 503;
      return refuse(reply, status >= 500 ? 503 : status);
    });
    // Nest makes its providers while the application is initialised: ask for them at the first ping.
    let parts: { verifier: Verifier; inbox: Inbox } | undefined;
    door.post<{ Params: { webhookKey: string } }>(
      `/${inboxPath}/:webhookKey`,
      // A machine reads the answer: the headers that keep browsers in line would only cost.
      { bodyLimit, config: withoutHelmet },
      async (request, reply) => {
        parts ??= { verifier: app.get(Verifier), inbox: app.get(Inbox) };
        return receive(parts, request, reply);
      },
    );
  });
}

async function receive(
  { verifier, inbox }: { verifier: Verifier; inbox: Inbox },
  request: FastifyRequest<{ Params: { webhookKey: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { body } = request;
  if (!Buffer.isBuffer(body)) return refuse(reply, 415);
  try {
    const verdict = await verifier.verdict(request.params.webhookKey, body);
    if (verdict.kind === 'malformed') return refuse(reply, 400);
    if (verdict.kind === 'unauthorised') return refuse(reply, 401);
    await inbox.accept(verdict.ping);
    return reply.status(200).type('application/json').send('{}');
  } catch (error) {
    request.log.warn({ reason: (error as Error).message }, 'a ping could not be kept');
    return refuse(reply, 503);
  }
}

const words: Readonly<Record<number, string>> = {
  400: 'Not a notification.',
  401: 'No key of this address verifies it.',
  413: 'At most 64 KiB.',
  415: 'Send application/json.',
  503: 'Not stored. Send it again.',
};

function refuse(reply: FastifyReply, status: number): FastifyReply {
  const code = status in words ? status : 400;
  return reply
    .status(code)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: words[code],
        status: code,
        code: 'ping-refused',
      }),
    );
}
