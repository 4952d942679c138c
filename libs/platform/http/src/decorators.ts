import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  SerializeOptions,
  SetMetadata,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { Scope } from '@toonbank/platform/db';
import { Id, ProblemDocument, type Right } from '@toonbank/primitives';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Problem } from './problem';

export const needsKey = 'toonbank:needs';
export const publicKey = 'toonbank:public';
export const freshLoginKey = 'toonbank:fresh-login';

/** Who may call this route: whoever holds the right, on the place the route names. */
export const Needs = (right: Right) => SetMetadata(needsKey, right);

/** Anybody may call this route, for the reason given. */
export const Public = (why: string) => SetMetadata(publicKey, why);

/**
 * A person has proved within the last minutes who they are, else the answer is a 403 problem
 * `fresh-login`. For acts that hand out power: an unwatched screen must not be enough. API keys
 * prove themselves with every call.
 */
export const FreshLogin = () => SetMetadata(freshLoginKey, true);

/** What the route answers with. Fields that the schema does not name never leave the server. */
export function Returns(schema: z.ZodType, status = 200) {
  return applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema, description: describe(status) }),
    ApiResponse({ status: 'default', standardSchema: ProblemDocument, description: 'A problem' }),
  );
}

/** The route answers 204 and no body. */
export function ReturnsNothing() {
  return applyDecorators(
    HttpCode(204),
    ApiResponse({ status: 204, description: describe(204) }),
    ApiResponse({ status: 'default', standardSchema: ProblemDocument, description: 'A problem' }),
  );
}

/** The route answers a picture. */
export const ReturnsPng = () => ReturnsFile('image/png');

/** The route answers a file. */
export function ReturnsFile(
  type: 'application/octet-stream' | 'application/pdf' | 'image/png' | 'text/csv',
) {
  const content = { [type]: { schema: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    ApiResponse({ status: 200, content, description: describe(200) }),
    ApiResponse({ status: 'default', standardSchema: ProblemDocument, description: 'A problem' }),
  );
}

/** For whom the caller may act. Fails when a person has not chosen an agency yet. */
export const InScope = createParamDecorator((_: unknown, context: ExecutionContext): Scope => {
  const scope = callerOf(context)?.scope;
  if (!scope) throw Problem.noAgency();
  return scope;
});

/** The session of the person who calls. */
export const InSession = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const session = callerOf(context)?.session;
  if (!session) throw Problem.signIn();
  return session;
});

const IdempotencyKeyText = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/** The `Idempotency-Key` header: 1 to 255 visible ASCII characters, required. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  const key = IdempotencyKeyText.safeParse(header);
  if (key.success) return key.data;
  throw Problem.unprocessable(
    'idempotency-key',
    'The header Idempotency-Key is missing or malformed.',
    'Send a value of your own that is the same for every repeat of this request, such as a UUID.',
    'Idempotency-Key',
  );
});

/** The `Last-Event-ID` header with which a stream goes on; one that is no id of ours counts as none. */
export const LastEventId = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['last-event-id'];
  return Id.safeParse(header).data;
});

function callerOf(context: ExecutionContext) {
  return context.switchToHttp().getRequest<FastifyRequest>().caller;
}

function describe(status: number): string {
  return { 201: 'Made', 202: 'Accepted', 204: 'Done' }[status] ?? 'OK';
}
