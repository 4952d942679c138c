import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const logger = new Logger('Request');

/** One line per answered request, with its id; never a header, a body or a query. */
export function logRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!isQuiet(request.url, reply.statusCode)) write(request, reply);
  done();
}

function write(request: FastifyRequest, reply: FastifyReply): void {
  const { id: requestId, method } = request;
  const { statusCode: status, elapsedTime } = reply;
  const ms = Math.round(elapsedTime * 10) / 10;
  logger.log({ requestId, method, path: pathOf(request.url), status, ms }, 'answered');
}

/** Health questions come each second and say nothing; pings that were kept are counted as rows. */
function isQuiet(url: string, status: number): boolean {
  if (url === '/healthz' || url === '/readyz') return true;
  return status < 400 && url.startsWith('/in/');
}

/** Tokens stand in the path of the bank-facing doors; a log line keeps the door only. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/^\/(in|r)\/.*/, '/$1/…');
}
