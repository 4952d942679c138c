import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { ProblemDocument } from '@toonbank/primitives';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem';

/** What Fastify and Nest refuse by themselves, in our words. */
const known: Readonly<Record<number, readonly [code: string, title: string, detail: string]>> = {
  400: ['malformed', 'The request could not be read.', 'Send well-formed JSON.'],
  404: ['not-found', 'There is nothing at this address.', 'Check method and path.'],
  405: ['method', 'This method is not served here.', 'Check method and path.'],
  413: ['too-large', 'The body is too large.', 'Send at most 1 MiB.'],
  415: ['media-type', 'This content type is not read here.', 'Send application/json.'],
  429: ['too-many', 'Too many requests.', 'Wait a little and try again.'],
};

/** Makes every error a problem document. What we did not expect is logged whole and told as nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (reply.sent) return;
    const requestId = String(request.id);
    const problem = error instanceof Problem ? error : this.translate(error, requestId);
    send(reply, problem, requestId);
  }

  private translate(error: unknown, requestId: string): Problem {
    const status = statusOf(error);
    const words = known[status];
    if (words) return new Problem(status, ...words);
    if (status >= 400 && status < 500) {
      return new Problem(status, 'refused', 'The request was refused.', 'Check the request.');
    }
    this.logger.error({ err: error, requestId });
    return new Problem(
      500,
      'internal',
      'Something went wrong on our side.',
      'Nothing was changed that we know of. Try again; tell us the request id if it stays.',
    );
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function send(reply: FastifyReply, problem: Problem, requestId: string): void {
  const { headers, ...details } = problem.details;
  const document: ProblemDocument = {
    type: `about:blank#${problem.code}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    ...(details.path === undefined ? {} : { path: details.path }),
    ...(details.issues === undefined ? {} : { issues: [...details.issues] }),
    ...(details.names === undefined ? {} : { names: { ...details.names } }),
    requestId,
  };
  void reply
    .status(problem.status)
    .headers(headers ?? {})
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}
