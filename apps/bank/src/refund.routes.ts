import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answering, bearer } from './answering';
import { notAuthenticated } from './bank-error';
import type { Bank } from './bank-parts';
import type { Call } from './misdeeds';
import type { WebshopRow } from './rows';

const base = 'order/server/api/v2/refund/transactions/:transactionId';

interface Ids {
  readonly transactionId: string;
  readonly refundId: string;
}

/** Refunds under one prefix: made, looked at, and what may be given back. */
export function refundRoutes(app: FastifyInstance, bank: Bank, prefix: string): void {
  const door =
    (call: Call, work: (webshop: WebshopRow, request: FastifyRequest) => object) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const webshop = bank.webshops.byAccessToken(bearer(request));
      return answering({ bank, call, webshop, reply }, () => {
        if (!webshop) throw notAuthenticated();
        return work(webshop, request);
      });
    };
  const ids = ({ params }: FastifyRequest) => params as Ids;
  const create = door('refund', (webshop, request) => {
    const requestId = request.headers['request-id']?.toString();
    const { transactionId } = ids(request);
    return bank.refunds.create(webshop, transactionId, { requestId, body: request.body });
  });
  app.post(`${prefix}/${base}/refunds`, (request, reply) => create(request, reply.status(201)));
  app.get(
    `${prefix}/${base}/refunds/:refundId`,
    door('refund-details', (webshop, request) => {
      const { transactionId, refundId } = ids(request);
      return bank.refunds.details(webshop, transactionId, refundId);
    }),
  );
  app.get(
    `${prefix}/${base}/refundable-details`,
    door('refundable', (webshop, request) =>
      bank.refunds.refundable(webshop, ids(request).transactionId),
    ),
  );
}
