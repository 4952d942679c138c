import { portalHeader } from '@toonbank/access/contract';
import { Problem } from '@toonbank/platform/http';
import type { FastifyRequest } from 'fastify';

type Headers = FastifyRequest['headers'];

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export function changesSomething(method: string): boolean {
  return !safeMethods.includes(method);
}

/**
 * Throws a 403 problem unless a page of ours made the request: the browser says so, and there is a
 * header that no other site's page can add without asking.
 */
export function demandOurOrigin(headers: Headers, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  const ours =
    site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
  if (ours && headers[portalHeader] === '1') return;
  throw new Problem(
    403,
    'cross-site',
    'This call must come from the portal itself.',
    'Send X-Toonbank: 1, from a page of the same origin. Programs use an API key instead.',
  );
}

/**
 * Throws a 415 problem on a body that is not declared as JSON: forms of other sites can't declare
 * it.
 */
export function demandJson(headers: Headers): void {
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  const type = headers['content-type'];
  if (!hasBody && type === undefined) return;
  if (type !== undefined && /^application\/json\s*(;|$)/i.test(type)) return;
  throw new Problem(
    415,
    'media-type',
    'This content type is not read here.',
    'Send application/json.',
  );
}
