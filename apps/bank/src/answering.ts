import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bank } from './bank-parts';
import type { Call, Misdeed } from './misdeeds';
import type { WebshopRow } from './rows';

export function bearer(request: FastifyRequest): string {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** A call that is being answered, and by whom it was made. */
export interface Answering {
  readonly bank: Bank;
  readonly call: Call;
  readonly webshop: WebshopRow | undefined;
  readonly reply: FastifyReply;
}

/** Does the work, unless the bank was told to do something else first or instead. */
export async function answering(
  { bank, call, webshop, reply }: Answering,
  work: () => object,
): Promise<unknown> {
  const misdeeds = bank.misdeeds.take(call, webshop?.id);
  if (await before(misdeeds, reply)) return reply;
  const answer = work();
  const has = (kind: Misdeed['kind']) => misdeeds.some((misdeed) => misdeed.kind === kind);
  if (has('lost-answer')) {
    reply.raw.destroy();
    return reply;
  }
  const failed = misdeeds.find(({ kind }) => kind === 'status-after');
  if (failed) return outOfOrder(reply, failed.value ?? 500);
  const body = has('unknown-fields') ? { ...answer, novelty: { of: 'the bank' } } : answer;
  if (has('reset')) return cutOff(reply, Buffer.from(JSON.stringify(body)));
  return body;
}

/** True when the call was answered with nonsense instead. */
export async function before(misdeeds: readonly Misdeed[], reply: FastifyReply): Promise<boolean> {
  const find = (kind: Misdeed['kind']) => misdeeds.find((misdeed) => misdeed.kind === kind);
  const slow = find('slow');
  if (slow) await new Promise((resolve) => setTimeout(resolve, slow.value ?? 1_000));
  const status = find('status');
  if (status) {
    outOfOrder(reply, status.value ?? 503);
    return true;
  }
  if (!find('html')) return false;
  void reply.type('text/html').send('<html><body>Maintenance</body></html>');
  return true;
}

function outOfOrder(reply: FastifyReply, status: number): FastifyReply {
  if (status === 429) void reply.header('retry-after', '1');
  return reply.status(status).send({ errorMessage: 'Out of order, as asked' });
}

/** Promises the whole body, writes half of it and closes. */
export function cutOff(reply: FastifyReply, body: Buffer): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, {
    'content-type': 'application/json',
    'content-length': body.length,
  });
  reply.raw.write(body.subarray(0, body.length >> 1), () => reply.raw.destroy());
  return reply;
}
