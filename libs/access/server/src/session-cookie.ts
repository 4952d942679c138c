import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` makes browsers insist on Secure, on Path=/ and on no Domain. */
export const cookieName = '__Host-tb';

const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName];
}

export function giveSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(cookieName, token, attributes);
}

export function takeSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, attributes);
}
