import type { FastifyReply } from 'fastify';

/** A file under its own name. `name` is ours: it holds nothing that a header could stumble over. */
export function sendFile(
  reply: FastifyReply,
  type: 'application/pdf' | 'text/csv',
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): void {
  void reply
    .header('content-type', type === 'text/csv' ? 'text/csv; charset=utf-8' : type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(bytes);
}
