import type { FastifyReply } from 'fastify';
import type { Logo } from './agencies.repository';

/**
 * The browser of who asked keeps the picture for a year under the address that names its version; a
 * proxy doesn't: whose it is depends on who asks.
 */
export function sendLogo(reply: FastifyReply, { version, png }: Logo, asked?: number): void {
  const isNamed = asked === version;
  void reply
    .header('content-type', 'image/png')
    .header('cache-control', isNamed ? 'private, max-age=31536000, immutable' : 'no-store')
    .send(png);
}
