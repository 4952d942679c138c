import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const logger = new Logger('Request');

/** One line per answered request, with its id; never a header, a body or a query. */
export async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isQuiet(request.url)) return;
  const { id: requestId, method } = request;
  const { statusCode: status, elapsedTime } = reply;
  const ms = Math.round(elapsedTime * 10) / 10;
  logger.log({ requestId, method, path: pathOf(request.url), status, ms }, 'answered');
}

/** Health questions come each second and say nothing. */
function isQuiet(url: string): boolean {
  return url === '/healthz' || url === '/readyz';
}

/** A token stands in the path of the return; a log line keeps the door only. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/^\/r\/.*/, '/r/…');
}
